package io.daybook.http.resource;

import io.daybook.api.refusal.Refusal;
import io.daybook.api.resource.Content;
import io.daybook.api.resource.ContentStore;
import io.daybook.http.message.Queries;
import io.daybook.http.refusal.Refused;
import io.daybook.http.upload.Spooled;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives bytes to the store, once nothing is known that stands against it. */
final class Keeping {

    private static final Logger logger = LoggerFactory.getLogger(Keeping.class);

    private final Queries queries;
    private final ContentStore store;

    Keeping(Queries queries, ContentStore store) {
        this.queries = queries;
        this.store = store;
    }

    /** @param welcome asks the command side, which refuses or answers true */
    Content keep(Object welcome, Spooled bytes) {
        queries.decide(welcome, Boolean.class);
        try {
            store.keep(bytes.hash(), bytes.file());
        } catch (IOException lost) {
            logger.error("uploaded bytes could not be kept", lost);
            throw new Refused(Refusal.STORE_UNAVAILABLE, "the bytes cannot be kept now");
        }
        return new Content(bytes.hash(), bytes.size(), store.backend(), store.uri(bytes.hash()));
    }
}
