package io.daybook.command.tag;

import io.daybook.api.refusal.Refusal;
import io.daybook.api.tag.TagCommand.AttachTag;
import io.daybook.api.tag.TagCommand.DeleteTag;
import io.daybook.api.tag.TagCommand.DetachTag;
import io.daybook.api.tag.TagEvent.TagCreated;
import io.daybook.api.tag.TagId;
import io.daybook.api.tag.TagValue;
import io.daybook.command.bus.Refuse;
import io.daybook.command.bus.Streams;
import io.daybook.command.claim.Claim;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Attaching a tag makes it when there is none of that value; the claim on the value lets one of several do so. */
public final class TagCommands {

    private final Repository<Claim> claims;
    private final Repository<Tag> tags;
    private final Bearers bearers;
    private final EventStore events;

    public TagCommands(Repository<Claim> claims, Repository<Tag> tags, Bearers bearers, EventStore events) {
        this.claims = claims;
        this.tags = tags;
        this.bearers = bearers;
        this.events = events;
    }

    @CommandHandler
    Long handle(AttachTag command) throws Exception {
        TagId tag = getOrCreate(command.value(), command.freshTag());
        bearers.attach(command.bearer(), tag.value(), command.associationId());
        return command.associationId();
    }

    private TagId getOrCreate(TagValue value, TagId fresh) throws Exception {
        Aggregate<Claim> claim = claim(value);
        Optional<String> holder = claim.invoke(Claim::holder);
        if (holder.isPresent()) return new TagId(Long.parseLong(holder.get().substring("tag-".length())));
        tags.newInstance(() -> new Tag(fresh, value));
        claim.execute(it -> it.give(value.claim(), fresh.toString()));
        return fresh;
    }

    /** The tag itself is asked last: its deletion is not told to what bears it. */
    @CommandHandler
    void handle(DetachTag command) {
        bearers.detach(command.bearer(), command.tag().value());
        tags.load(command.tag().toString());
    }

    @CommandHandler
    void handle(DeleteTag command) throws Exception {
        TagValue value = valueOf(command.tag());
        Aggregate<Claim> claim = claim(value);
        tags.load(command.tag().toString()).execute(Tag::delete);
        claim.execute(it -> it.release(value.claim()));
    }

    private Aggregate<Claim> claim(TagValue value) throws Exception {
        return claims.loadOrCreate(value.claim(), Claim::new);
    }

    /** A tag's value never changes, and is needed before the tag can be held. */
    private TagValue valueOf(TagId tag) {
        return Streams.first(events, tag.toString())
                .map(birth -> new TagValue(((TagCreated) birth.getPayload()).value()))
                .orElseThrow(() -> Refuse.command(Refusal.UNKNOWN_TAG, "there is no " + tag));
    }
}
