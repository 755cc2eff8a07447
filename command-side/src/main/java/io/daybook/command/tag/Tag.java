package io.daybook.command.tag;

import io.daybook.api.tag.TagEvent;
import io.daybook.api.tag.TagEvent.TagCreated;
import io.daybook.api.tag.TagEvent.TagDeleted;
import io.daybook.api.tag.TagId;
import io.daybook.api.tag.TagValue;
import io.daybook.command.bus.Log;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** A word that things may bear. What bears it knows so by its id: a tag that was deleted is borne by nothing. */
@AggregateRoot(type = "tag")
public class Tag {

    @AggregateIdentifier
    private @Nullable String id;

    private long number;
    private String value = "";

    Tag() {}

    Tag(TagId id, TagValue value) {
        Log.append(new TagCreated(id.value(), value.value()));
    }

    void delete() {
        Log.append(new TagDeleted(number, value));
    }

    @EventSourcingHandler
    void on(TagEvent event) {
        switch (event) {
            case TagCreated created -> {
                id = "tag-" + created.tagId();
                number = created.tagId();
                value = created.value();
            }
            case TagDeleted deleted -> AggregateLifecycle.markDeleted();
        }
    }
}
