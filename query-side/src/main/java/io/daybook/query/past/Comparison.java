package io.daybook.query.past;

import io.daybook.api.log.Difference;
import io.daybook.api.log.Differences;
import io.daybook.api.log.EventFilter;
import io.daybook.api.log.EventLog;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.series.SeriesQuery.FindSeries;
import io.daybook.query.refusal.Refused;
import io.daybook.query.view.Projected;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Compares two moments by asking of both what is asked in the present. Refused as queries are. */
public final class Comparison implements Differences {

    /** Each holds one place for views of the past while it waits for another, so they must never hold all. */
    private static final int AT_ONCE = Pasts.MOST / 2;

    private final EventLog log;
    private final Past past;
    private final Duration patience;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    /** @param patience how long a comparison waits for its turn */
    public Comparison(EventLog log, Past past, Duration patience) {
        this.log = log;
        this.past = past;
        this.patience = patience;
    }

    @Override
    public void between(long from, long to, @Nullable Long project, Consumer<Difference> found) {
        try {
            if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Refused.query(
                        Refusal.OVERLOADED, "other moments are being compared, and there was no turn in time");
            }
            try {
                compare(from, to, project, found);
            } finally {
                turns.release();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Refused.query(Refusal.OVERLOADED, "the server is stopping");
        }
    }

    private void compare(long from, long to, @Nullable Long project, Consumer<Difference> found)
            throws InterruptedException {
        List<EventFilter> all = filters(to, project);
        Touched touched = Touched.by(log, past.decoder(), after(from, all));
        List<Projected> views = past.viewsFor(FindSeries.class);
        try (Held before = past.hold(from, views, filters(from, project));
                Held after = past.hold(to, views, all)) {
            Walk walk = new Walk(new Both(before.former(), after.former()), touched, found);
            if (project == null) walk.everything();
            else walk.project(project);
        }
    }

    private static List<EventFilter> after(long position, List<EventFilter> filters) {
        return filters.stream().map(filter -> filter.after(position)).toList();
    }

    private List<EventFilter> filters(long upTo, @Nullable Long project) {
        Scope scope = new Scope(new Origins(log, past.decoder(), upTo), upTo);
        return project == null ? scope.everything() : scope.whole(project.toString());
    }
}
