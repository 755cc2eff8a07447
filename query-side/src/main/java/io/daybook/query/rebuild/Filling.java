package io.daybook.query.rebuild;

import io.daybook.api.documents.Documents;
import io.daybook.api.log.EventLog;
import io.daybook.query.view.Generation;
import io.daybook.query.view.ViewPositions;
import io.daybook.query.view.ViewReplay;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills a generation of a view from the log, in batches that are small enough for others to be served in between. */
final class Filling implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Filling.class);
    private static final int EVENTS = 500;
    private static final int WEIGHT = 10_000;
    private static final int PATIENCE_SECONDS = 20;
    private static final int TRIES = 5;

    private final Subject subject;
    private final Generation generation;
    private final Sources sources;
    private final Documents documents;
    private final ViewReplay replay;
    private final Course course;
    private final GivingWay givingWay;
    private @Nullable BlockingStream<TrackedEventMessage<?>> stream;
    private long position;

    Filling(Subject subject, Generation generation, Sources sources, Course course) {
        this.subject = subject;
        this.generation = generation;
        this.sources = sources;
        this.course = course;
        EventLog log = sources.log();
        this.documents = sources.generations().of(generation);
        this.replay = new ViewReplay(documents, subject.projected(), log, new ViewPositions());
        this.givingWay = new GivingWay(log::head);
    }

    Subject subject() {
        return subject;
    }

    Generation generation() {
        return generation;
    }

    Documents documents() {
        return documents;
    }

    long position() {
        return position;
    }

    /** Goes on up to exactly this position. A store that is out of reach for a while is waited for. */
    void to(long target) throws InterruptedException {
        for (int failures = 0; position < target || stream == null; ) {
            course.check();
            try {
                if (stream == null) open();
                advance(target);
                failures = 0;
            } catch (Cancelled | InterruptedException ending) {
                throw ending;
            } catch (RuntimeException failure) {
                if (++failures == TRIES) throw failure;
                logger.warn("filling the view {} again: {}", subject.name(), failure.toString());
                close();
                TimeUnit.SECONDS.sleep(1);
            }
        }
    }

    private void open() {
        position = replay.begin();
        stream = sources.events().get().openStream(ViewReplay.after(position));
        course.reached(position);
    }

    private void advance(long target) throws InterruptedException {
        long begun = System.nanoTime();
        List<TrackedEventMessage<?>> batch = new ArrayList<>();
        long reached = take(batch, target);
        if (!batch.isEmpty()) replay.feed(batch);
        if (reached == target) replay.reach(reached);
        position = reached;
        course.reached(position);
        givingWay.pause(System.nanoTime() - begun, target - position);
    }

    /** What comes next up to {@code target}, and is of interest. Answers with the position of the last one. */
    private long take(List<TrackedEventMessage<?>> batch, long target) throws InterruptedException {
        BlockingStream<TrackedEventMessage<?>> from = Objects.requireNonNull(stream);
        long reached = position;
        for (int taken = 0, weight = 0; reached < target && taken < EVENTS && weight < WEIGHT; taken++) {
            if (!from.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("no event comes after position " + reached);
            }
            TrackedEventMessage<?> event = from.nextAvailable();
            reached = event.trackingToken().position().orElseThrow();
            if (!replay.handles(event)) continue;
            weight += subject.weight().applyAsInt(event);
            batch.add(event);
        }
        return reached;
    }

    @Override
    public void close() {
        BlockingStream<TrackedEventMessage<?>> open = stream;
        stream = null;
        if (open != null) open.close();
    }
}
