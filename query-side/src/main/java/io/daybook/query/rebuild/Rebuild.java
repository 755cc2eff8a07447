package io.daybook.query.rebuild;

import io.daybook.api.ops.RebuildReport;
import io.daybook.api.ops.RebuildReport.Mode;
import io.daybook.api.ops.RebuildReport.Progress;
import io.daybook.api.ops.RebuildReport.State;
import io.daybook.api.ops.RebuildReport.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A rebuild as it goes on, for those who watch it and may end it. */
final class Rebuild implements Course {

    private final long id;
    private final String view;
    private final Mode mode;
    private final List<Subject> subjects;
    private final LongSupplier head;
    private final Pace pace = new Pace(System::nanoTime);
    private final List<Verdict> verdicts = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private State state = State.RUNNING;
    private boolean switching;
    private long position;
    private int filled;

    Rebuild(long id, String view, Mode mode, List<Subject> subjects, LongSupplier head) {
        this.id = id;
        this.view = view;
        this.mode = mode;
        this.subjects = List.copyOf(subjects);
        this.head = head;
    }

    long id() {
        return id;
    }

    String view() {
        return view;
    }

    List<Subject> subjects() {
        return subjects;
    }

    boolean replaces() {
        return mode == Mode.REPLACE;
    }

    synchronized boolean isRunning() {
        return state == State.RUNNING;
    }

    boolean isOf(String name) {
        return subjects.stream().anyMatch(subject -> subject.name().equals(name));
    }

    @Override
    public synchronized void check() {
        if (state == State.CANCELLED) throw new Cancelled();
    }

    @Override
    public synchronized void reached(long here) {
        position = here;
        pace.reached(done());
    }

    synchronized void compared(Verdict verdict) {
        verdicts.add(verdict);
        filled++;
    }

    /** From here on it cannot be cancelled any more. */
    synchronized void beginSwitching() {
        check();
        switching = true;
    }

    /** Whether it could be. */
    synchronized boolean cancel() {
        if (state != State.RUNNING || switching) return false;
        state = State.CANCELLED;
        return true;
    }

    /** All is cleared away. */
    void end(State with) {
        synchronized (this) {
            if (state == State.RUNNING) state = with;
        }
        ended.countDown();
    }

    boolean awaitEnd(Duration wait) throws InterruptedException {
        return ended.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    synchronized RebuildReport report() {
        return new RebuildReport(id, view, mode, state, progress(), verdict());
    }

    private Progress progress() {
        long all = subjects.size() * head.getAsLong();
        long done = Math.min(done(), all);
        if (state != State.RUNNING) {
            int percent = state == State.DONE ? 100 : percent(done, all);
            return new Progress(position, head.getAsLong(), percent, 0L, 0);
        }
        return new Progress(
                position, head.getAsLong(), percent(done, all), pace.secondsFor(all - done), pace.perSecond());
    }

    /** Filling is nearly all of the work. */
    private static int percent(long done, long all) {
        return all == 0 ? 0 : (int) Math.min(99, 100 * done / all);
    }

    /** Events handled, over all views. */
    private long done() {
        if (filled == subjects.size()) return filled * head.getAsLong();
        return filled * head.getAsLong() + position;
    }

    private @Nullable Verdict verdict() {
        if (verdicts.size() < subjects.size()) return null;
        return new Verdict(
                verdicts.stream().allMatch(Verdict::equal),
                verdicts.stream().mapToLong(Verdict::documents).sum(),
                ContentHash.of(verdicts.stream().map(Verdict::hashLive).toList()),
                ContentHash.of(verdicts.stream().map(Verdict::hashRebuilt).toList()),
                verdicts.stream()
                        .flatMap(verdict -> verdict.differences().stream())
                        .limit(Comparison.MOST_DIFFERENCES)
                        .toList());
    }
}
