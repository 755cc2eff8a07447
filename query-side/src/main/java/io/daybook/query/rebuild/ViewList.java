package io.daybook.query.rebuild;

import io.daybook.api.documents.Documents;
import io.daybook.api.documents.View;
import io.daybook.api.ops.ViewState;
import io.daybook.api.ops.ViewStates;
import io.daybook.query.view.ViewCursor;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How all views are. A thread of its own looks at them once a second, so that nobody who asks waits for a store. */
public final class ViewList implements ViewStates {

    private static final Logger logger = LoggerFactory.getLogger(ViewList.class);

    private final List<Gauge> gauges;
    private final Counts counts;
    private final RebuildService rebuilds;
    private final LongSupplier head;
    private @Nullable ScheduledExecutorService clock;

    /** @param failing whether the processor of the view of this name has stopped, or fails */
    public ViewList(List<Subject> subjects, Sources sources, RebuildService rebuilds, Predicate<String> failing) {
        Documents documents = sources.generations().live();
        this.gauges = subjects.stream().map(subject -> gauge(subject, failing)).toList();
        this.counts = new Counts(documents, System::nanoTime);
        this.rebuilds = rebuilds;
        this.head = sources.log()::head;
    }

    private static Gauge gauge(Subject subject, Predicate<String> failing) {
        return new Gauge(subject.live(), () -> failing.test(subject.name()), System::nanoTime);
    }

    public synchronized void start() {
        clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("views").daemon().factory());
        ScheduledFuture<?> unused = clock.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
    }

    public synchronized void stop() {
        if (clock != null) clock.shutdownNow();
        clock = null;
    }

    private void look() {
        try {
            for (Gauge gauge : gauges) gauge.look(head.getAsLong());
            for (Gauge gauge : gauges)
                counts.refresh(gauge.cursor().view(), gauge.cursor().position());
        } catch (RuntimeException outOfReach) {
            logger.debug("the documents of the views were not counted", outOfReach);
        }
    }

    @Override
    public List<ViewState> all() {
        return gauges.stream().map(this::state).toList();
    }

    private ViewState state(Gauge gauge) {
        ViewCursor cursor = gauge.cursor();
        View view = cursor.view();
        // first: what is seen of the log later cannot be behind the view
        long position = cursor.position();
        long now = head.getAsLong();
        return new ViewState(
                view.name(),
                gauge.condition(now),
                position,
                now,
                gauge.perSecond(),
                counts.of(view),
                rebuilds.running(view.name()));
    }
}
