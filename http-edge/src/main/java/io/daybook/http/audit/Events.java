package io.daybook.http.audit;

import io.daybook.api.log.EventLog;
import io.daybook.api.log.LoggedEvent;
import io.daybook.api.message.Meta;
import io.daybook.http.audit.EventBody.ActorBody;
import io.daybook.http.audit.EventBody.AggregateBody;
import io.daybook.http.json.JsonReply;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns stored events into what auditors see. */
public final class Events {

    private final Usernames usernames;

    public Events(EventLog log) {
        this.usernames = new Usernames(log);
    }

    /** One line of an export. */
    public byte[] line(LoggedEvent event) {
        byte[] body = JsonReply.bytes(body(event));
        byte[] line = Arrays.copyOf(body, body.length + 1);
        line[body.length] = '\n';
        return line;
    }

    EventBody body(LoggedEvent event) {
        Map<String, String> metadata = event.metadata();
        List<String> requests = requests(metadata.get(Meta.REQUEST_IDS));
        return new EventBody(
                event.position(),
                event.id(),
                event.time(),
                event.type(),
                event.revision(),
                aggregate(event),
                number(metadata.get(Meta.PROJECT)),
                actor(number(metadata.get(Meta.ACTOR))),
                metadata.get(Meta.VIA),
                requests.isEmpty() ? null : requests.getFirst(),
                requests,
                metadata,
                ReadablePayload.of(event),
                HexFormat.of().formatHex(event.payloadHash()),
                event.hashHex());
    }

    private static @Nullable AggregateBody aggregate(LoggedEvent event) {
        String id = event.aggregateId();
        return id == null ? null : new AggregateBody(event.aggregateType(), id, event.sequence());
    }

    private @Nullable ActorBody actor(@Nullable Long id) {
        return id == null ? null : new ActorBody(id, usernames.of(id));
    }

    private static List<String> requests(@Nullable String joined) {
        return joined == null || joined.isEmpty() ? List.of() : List.of(joined.split(" ", -1));
    }

    private static @Nullable Long number(@Nullable String text) {
        return text == null ? null : Long.valueOf(text);
    }
}
