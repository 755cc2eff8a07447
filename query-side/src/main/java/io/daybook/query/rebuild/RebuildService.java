package io.daybook.query.rebuild;

import io.daybook.api.ops.Outcome;
import io.daybook.api.ops.RebuildReport;
import io.daybook.api.ops.RebuildReport.Mode;
import io.daybook.api.ops.RebuildReport.State;
import io.daybook.api.ops.Rebuilds;
import io.daybook.api.refusal.Refusal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rebuilds, one at a time, on a thread of their own. */
public final class RebuildService implements Rebuilds {

    private static final Logger logger = LoggerFactory.getLogger(RebuildService.class);
    private static final int KEPT = 100;
    private static final Duration ENDING = Duration.ofSeconds(10);

    private final List<Subject> subjects;
    private final Sources sources;
    private final Bench bench = new Bench();
    private final RollBack rollBack;
    private final Deque<Rebuild> rebuilds = new ArrayDeque<>();
    private long last;

    public RebuildService(List<Subject> subjects, Sources sources) {
        this.subjects = List.copyOf(subjects);
        this.sources = sources;
        this.rollBack = new RollBack(sources, bench);
    }

    /** Clears away what was left over, and rebuilds the views whose code has changed. */
    public void start() {
        bench.open();
        bench.submit(() -> sources.generations().dropLeftovers());
        List<Subject> outdated = subjects.stream()
                .filter(subject -> sources.generations().isOutdated(subject.view()))
                .toList();
        if (!outdated.isEmpty() && bench.claim("views are rebuilt, since their code has changed")) {
            List<Rebuild> all = outdated.stream().map(this::changed).toList();
            bench.submit(() -> perform(all));
        }
    }

    private Rebuild changed(Subject subject) {
        logger.info(
                "the view {} is rebuilt for version {} of its code",
                subject.name(),
                subject.view().version());
        return register(subject.name(), Mode.REPLACE, List.of(subject));
    }

    public void stop() {
        synchronized (this) {
            rebuilds.forEach(Rebuild::cancel);
        }
        bench.close();
    }

    @Override
    public Outcome<Long> begin(String view, Mode mode) {
        List<Subject> chosen = chosen(view);
        if (chosen.isEmpty()) return unknown(view);
        if (!bench.claim("the view " + view + " is being rebuilt")) return busy();
        Rebuild rebuild = register(view, mode, chosen);
        bench.submit(() -> perform(List.of(rebuild)));
        return new Outcome.Done<>(rebuild.id());
    }

    private List<Subject> chosen(String view) {
        if (view.equals(ALL)) return subjects;
        return subjects.stream().filter(subject -> subject.name().equals(view)).toList();
    }

    private static <T> Outcome<T> unknown(String view) {
        return Outcome.declined(Refusal.UNKNOWN_VIEW, "there is no view '" + view + "'; GET /ops/views names them");
    }

    private <T> Outcome<T> busy() {
        Rebuild running = running();
        String message = running == null
                ? bench.occupation() + ": try again when that has ended"
                : "rebuild " + running.id() + " of " + running.view()
                        + " is running: wait for its end, or cancel it with DELETE /ops/rebuilds/" + running.id();
        return Outcome.declined(Refusal.REBUILD_RUNNING, message);
    }

    private synchronized @Nullable Rebuild running() {
        return rebuilds.stream().filter(Rebuild::isRunning).findFirst().orElse(null);
    }

    private synchronized Rebuild register(String view, Mode mode, List<Subject> chosen) {
        Rebuild rebuild = new Rebuild(++last, view, mode, chosen, sources.log()::head);
        rebuilds.addLast(rebuild);
        if (rebuilds.size() > KEPT) rebuilds.removeFirst();
        return rebuild;
    }

    /** The last one has left the bench when it is seen to have ended: the next one can begin at once. */
    private void perform(List<Rebuild> all) {
        for (Rebuild rebuild : all) {
            State end = perform(rebuild);
            if (rebuild.equals(all.getLast())) bench.leave();
            rebuild.end(end);
        }
    }

    private State perform(Rebuild rebuild) {
        try {
            new Work(rebuild, sources).perform();
            return State.DONE;
        } catch (Exception failure) {
            if (!rebuild.isRunning()) return State.CANCELLED;
            logger.error("rebuild {} of {} failed: {}", rebuild.id(), rebuild.view(), failure.getMessage(), failure);
            return State.FAILED;
        }
    }

    @Override
    public synchronized List<RebuildReport> reports() {
        return rebuilds.stream().map(Rebuild::report).toList();
    }

    @Override
    public Optional<RebuildReport> find(long id) {
        return Optional.ofNullable(of(id)).map(Rebuild::report);
    }

    /** The one that is being done to this view. */
    synchronized @Nullable RebuildReport running(String view) {
        return rebuilds.stream()
                .filter(rebuild -> rebuild.isRunning() && rebuild.isOf(view))
                .findFirst()
                .map(Rebuild::report)
                .orElse(null);
    }

    private synchronized @Nullable Rebuild of(long id) {
        return rebuilds.stream()
                .filter(rebuild -> rebuild.id() == id)
                .findFirst()
                .orElse(null);
    }

    @Override
    public Outcome<RebuildReport> cancel(long id) {
        Rebuild rebuild = of(id);
        if (rebuild == null) return Outcome.declined(Refusal.UNKNOWN_REBUILD, "there is no rebuild " + id);
        if (!rebuild.cancel()) {
            return Outcome.declined(
                    Refusal.REBUILD_ENDED,
                    "rebuild " + id + " cannot be cancelled any more: it has"
                            + " ended, or is being put in place; GET /ops/rebuilds/" + id + " tells");
        }
        awaitEnd(rebuild);
        return new Outcome.Done<>(rebuild.report());
    }

    /** So that the next one can begin at once. */
    private static void awaitEnd(Rebuild rebuild) {
        try {
            rebuild.awaitEnd(ENDING);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Outcome<Long> rollBack(String view) {
        Optional<Subject> subject =
                subjects.stream().filter(one -> one.name().equals(view)).findFirst();
        if (subject.isEmpty()) return unknown(view);
        if (!bench.claim("the view " + view + " is being rolled back")) return busy();
        return rollBack.of(subject.get());
    }
}
