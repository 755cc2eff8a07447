package io.daybook.http.message;

import io.daybook.api.message.Door;
import io.daybook.api.message.Meta;
import io.daybook.api.request.Keyed;
import io.daybook.http.request.Caller;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that writes, as its commands carry it.
 *
 * @param key the idempotency key that was sent
 * @param keyed what the command that ends the request keeps under that key
 */
public record Call(
        Caller caller,
        Door door,
        String requestId,
        @Nullable String key,
        @Nullable Keyed keyed) {

    /** For the commands of a request that are not its last: what they write is not the answer yet. */
    public Call unfinished() {
        return new Call(caller, door, requestId, key, null);
    }

    /** For the command that creates something whose id is known here: its result is that id. */
    public Call resulting(long id) {
        Keyed old = keyed;
        if (old == null) return this;
        String answer = old.answer().replace("{result}", Long.toString(id));
        return new Call(caller, door, requestId, key, new Keyed(old.request(), old.bodyHash(), old.status(), answer));
    }

    public Map<String, String> metadata() {
        return metadata(List.of(requestId));
    }

    /** @param requestIds of all requests that one command answers */
    public Map<String, String> metadata(Collection<String> requestIds) {
        Map<String, String> metadata = new HashMap<>();
        metadata.put(Meta.ACTOR, Long.toString(caller.user().value()));
        metadata.put(Meta.VIA, door.via());
        metadata.put(Meta.REQUEST_IDS, String.join(" ", requestIds));
        if (key != null) metadata.put(Meta.IDEMPOTENCY_KEY, key);
        if (keyed != null) metadata.put(Meta.KEYED, text(keyed));
        return metadata;
    }

    private static String text(Keyed keyed) {
        return String.join("\0", keyed.request(), keyed.bodyHash(), Integer.toString(keyed.status()), keyed.answer());
    }
}
