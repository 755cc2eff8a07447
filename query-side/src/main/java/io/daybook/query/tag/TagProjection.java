package io.daybook.query.tag;

import io.daybook.api.tag.TagEvent.TagCreated;
import io.daybook.api.tag.TagEvent.TagDeleted;
import io.daybook.query.documents.Body;
import io.daybook.query.documents.Key;
import io.daybook.query.view.ViewWriter;
import org.axonframework.eventhandling.EventHandler;

/** Keeps the words on tags. */
final class TagProjection {

    private final ViewWriter writer;

    TagProjection(ViewWriter writer) {
        this.writer = writer;
    }

    @EventHandler
    void on(TagCreated event) {
        writer.update(Tags.TAG, Key.of(event.tagId()), old -> Body.empty()
                .with("id", event.tagId())
                .with("value", event.value())
                .bson());
    }

    @EventHandler
    void on(TagDeleted event) {
        writer.remove(Tags.TAG, Key.of(event.tagId()));
    }
}
