package io.daybook.query.past;

import io.daybook.api.claim.ClaimEvent;
import io.daybook.api.documents.Documents;
import io.daybook.api.log.EventLog;
import io.daybook.api.log.LoggedEvent;
import io.daybook.api.log.ReadCount;
import io.daybook.api.request.RequestEvent;
import io.daybook.api.sequence.SequenceEvent;
import io.daybook.query.view.ViewPositions;
import io.daybook.query.view.ViewReplay;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills views as they were, by the projections of the present. Holds a batch of events in memory, and no more. */
final class Filling {

    private static final Logger logger = LoggerFactory.getLogger(Filling.class);

    private static final long WORTH_TELLING = 10_000;
    private static final int BATCH_EVENTS = 500;
    private static final int BATCH_BYTES = 1 << 20;

    /** No view that can be asked about the past is made of these. */
    private static final Set<String> UNTOLD = Scope.names(
            Scope.of(ClaimEvent.class).or(Scope.of(SequenceEvent.class)).or(Scope.of(RequestEvent.class)));

    private final EventLog log;
    private final Decoder decoder;
    private final Present present;
    private final Supplier<Documents> scratch;
    private final LongSupplier read;

    Filling(EventLog log, Decoder decoder, Present present, Supplier<Documents> scratch) {
        this.log = log;
        this.decoder = decoder;
        this.present = present;
        this.scratch = scratch;
        this.read = log instanceof ReadCount count ? count::eventsRead : () -> 0;
    }

    Former fill(Wanted wanted) {
        long before = read.getAsLong();
        Documents documents = scratch.get();
        boolean filled = false;
        try {
            ViewPositions positions = new ViewPositions();
            Set<String> degraded = fill(wanted, documents, positions);
            Former former = new Former(documents, present.answerers().apply(documents, positions), degraded);
            filled = true;
            tell(wanted.position(), read.getAsLong() - before);
            return former;
        } finally {
            if (!filled) documents.close();
        }
    }

    /** Answers with those things of which not everything could be applied. */
    private Set<String> fill(Wanted wanted, Documents documents, ViewPositions positions) {
        List<ViewReplay> replays = wanted.views().stream()
                .map(projected -> new ViewReplay(documents, projected, log, positions))
                .toList();
        replays.forEach(ViewReplay::begin);
        try (Merged events = new Merged(log, wanted.filters())) {
            while (events.hasNext()) {
                List<TrackedEventMessage<?>> batch = batch(events);
                if (!batch.isEmpty()) replays.forEach(replay -> replay.feed(batch));
            }
        }
        replays.forEach(replay -> replay.reach(wanted.position()));
        return replays.stream().flatMap(replay -> replay.degraded().stream()).collect(Collectors.toSet());
    }

    /** What others read meanwhile is counted, too. */
    private static void tell(long position, long events) {
        if (events >= WORTH_TELLING) logger.info("to answer as of position {} {} events were read", position, events);
        else logger.debug("to answer as of position {} {} events were read", position, events);
    }

    private List<TrackedEventMessage<?>> batch(Merged events) {
        List<TrackedEventMessage<?>> batch = new ArrayList<>();
        long bytes = 0;
        while (events.hasNext() && batch.size() < BATCH_EVENTS && bytes < BATCH_BYTES) {
            LoggedEvent event = events.next();
            if (UNTOLD.contains(event.type())) continue;
            batch.add(decoder.message(event));
            bytes += event.payload().length;
        }
        return batch;
    }
}
