package io.daybook.query.rebuild;

import io.daybook.api.documents.View;
import io.daybook.query.view.Projected;
import io.daybook.query.view.ViewCursor;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * A view that can be rebuilt.
 *
 * @param live where the thread stands that fills it
 * @param weight of an event, in points
 */
public record Subject(Projected projected, ViewCursor live, ToIntFunction<? super TrackedEventMessage<?>> weight) {

    private static final int PATIENCE_SECONDS = 30;

    public View view() {
        return projected.view();
    }

    String name() {
        return view().name();
    }

    /** Has the view's own thread do {@code work} between two of its batches, for which it is waited. */
    <T> T betweenBatches(Callable<T> work, Course course) throws Exception {
        for (int i = 0; i < PATIENCE_SECONDS; i++) {
            course.check();
            Optional<T> done = live.betweenBatches(work, Duration.ofSeconds(1));
            if (done.isPresent()) return done.get();
        }
        throw new IllegalStateException(
                "what fills the view " + name() + " has come to no end of a batch within " + PATIENCE_SECONDS + " s");
    }
}
