package io.daybook.query.rebuild;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.crayon.CrayonName;
import io.daybook.api.crayon.CrayonQuery.FindCrayonScalars;
import io.daybook.api.crayon.CrayonView.Scalars;
import io.daybook.api.documents.Change;
import io.daybook.api.documents.Document;
import io.daybook.api.documents.Range;
import io.daybook.api.documents.View;
import io.daybook.api.experiment.ExperimentEvent.CrayonNameGiven;
import io.daybook.api.iteration.IterationEvent.PointDeleted;
import io.daybook.api.iteration.LoggedPoint;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.ops.Outcome;
import io.daybook.api.ops.RebuildReport;
import io.daybook.api.ops.RebuildReport.Mode;
import io.daybook.api.ops.RebuildReport.State;
import io.daybook.api.ops.RebuildReport.Verdict;
import io.daybook.api.ops.Rebuilds;
import io.daybook.api.ops.ViewState;
import io.daybook.api.ops.ViewState.Condition;
import io.daybook.api.refusal.Refusal;
import io.daybook.query.RunningQuerySide;
import io.daybook.query.iteration.Points;
import io.daybook.query.tracking.Happenings;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RebuildsTest {

    private static final String SERIES = "series";
    private static final FindCrayonScalars LOSS = new FindCrayonScalars(new CrayonName("foo"), "loss", 0, 10);

    private final RunningQuerySide running = new RunningQuerySide(Duration.ofSeconds(20));
    private final Points points = new Points(101);
    private final Random random = new Random(7);
    /** Points, of which one is deleted again. */
    private final AtomicLong published = new AtomicLong();

    @BeforeEach
    void some_history() {
        running.publish(Happenings.seeded(), Happenings.project(1));
        running.publish(points.created(1), new CrayonNameGiven(1, 1, 101, "foo"));
        for (int i = 0; i < 300; i++) log();
        LoggedPoint first = new LoggedPoint(0, 0, Points.point("loss", 1, 1));
        running.publish(new PointDeleted(101, first, published.get()));
        running.awaitStored();
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    @Tag("ops-5.rebuild.compared")
    void what_is_rebuilt_equals_what_was_there_whatever_the_batches_were() throws Exception {
        RebuildReport report = ended(begin(Rebuilds.ALL, Mode.VERIFY));

        assertThat(report.state()).isEqualTo(State.DONE);
        Verdict verdict = Objects.requireNonNull(report.verdict());
        assertThat(verdict.differences()).isEmpty();
        assertThat(verdict.equal()).isTrue();
        assertThat(verdict.hashLive()).isEqualTo(verdict.hashRebuilt()).hasSize(64);
        assertThat(verdict.documents()).isEqualTo(count());
        assertThat(report.progress().percent()).isEqualTo(100);
        assertThat(report.progress().secondsLeft()).isZero();
        assertNothingIsLeftOver();
    }

    @Test
    void a_replaced_view_answers_and_goes_on() throws Exception {
        Scalars before = running.ask(LOSS, Scalars.class);

        assertThat(verdict(ended(begin(SERIES, Mode.REPLACE))).equal()).isTrue();

        assertThat(running.documents().stored()).contains("series", "series.2");
        assertThat(running.ask(LOSS, Scalars.class).count()).isEqualTo(before.count());
        log();
        assertThat(running.ask(LOSS, Scalars.class).count()).isEqualTo(before.count() + 1);
        assertThat(verdict(ended(begin(SERIES, Mode.VERIFY))).equal()).isTrue();
    }

    @Test
    void only_the_last_generation_is_kept_to_go_back_to() throws Exception {
        for (int i = 0; i < 3; i++) ended(begin(SERIES, Mode.REPLACE));

        assertThat(running.documents().stored())
                .containsExactlyInAnyOrder("generations", "crayon", "tracking", "access", "series.3", "series.4");
    }

    @Test
    @Tag("ops-5.rebuild.switched")
    void damage_is_found_left_alone_by_verifying_and_mended_by_replacing() throws Exception {
        Document chunk = damage();

        assertThat(verdict(ended(begin(SERIES, Mode.VERIFY))).differences()).containsExactly(chunk.id(), "added");
        Verdict found = verdict(ended(begin(SERIES, Mode.REPLACE)));
        Verdict after = verdict(ended(begin(SERIES, Mode.VERIFY)));

        assertThat(found.equal()).isFalse();
        assertThat(found.differences()).containsExactly(chunk.id(), "added");
        assertThat(found.hashLive()).isNotEqualTo(found.hashRebuilt());
        assertThat(after.equal()).isTrue();
        assertThat(after.hashLive()).isEqualTo(found.hashRebuilt());
    }

    @Test
    @Tag("ops-5.rollback")
    void a_roll_back_returns_to_what_was_there_caught_up() throws Exception {
        damage();
        ended(begin(SERIES, Mode.REPLACE));
        log();
        running.awaitView(SERIES);

        long position = done(rebuilds().rollBack(SERIES));

        assertThat(position).isEqualTo(running.head());
        assertThat(verdict(ended(begin(SERIES, Mode.VERIFY))).differences()).contains("added");
        assertThat(running.ask(LOSS, Scalars.class).count()).isEqualTo(300);
        assertThat(done(rebuilds().rollBack(SERIES))).isEqualTo(running.head());
        assertThat(verdict(ended(begin(SERIES, Mode.VERIFY))).equal()).isTrue();
    }

    @Test
    void without_a_switch_there_is_nothing_to_go_back_to() {
        assertThat(refusal(rebuilds().rollBack(SERIES))).isEqualTo(Refusal.NO_SWITCH_BEFORE);
        assertThat(refusal(rebuilds().rollBack("nobodys"))).isEqualTo(Refusal.UNKNOWN_VIEW);
        assertThat(refusal(rebuilds().rollBack(Rebuilds.ALL))).isEqualTo(Refusal.UNKNOWN_VIEW);
    }

    @Test
    void a_cancelled_rebuild_has_changed_nothing_and_gives_way_to_another() throws Exception {
        CountDownLatch gate = running.documents().gate();
        long id = begin(SERIES, Mode.REPLACE);

        assertThat(refusal(rebuilds().begin("crayon", Mode.VERIFY))).isEqualTo(Refusal.REBUILD_RUNNING);
        assertThat(refusal(rebuilds().rollBack(SERIES))).isEqualTo(Refusal.REBUILD_RUNNING);
        assertThat(state(SERIES).rebuild()).extracting(RebuildReport::id).isEqualTo(id);

        CompletableFuture<Outcome<RebuildReport>> cancelling =
                CompletableFuture.supplyAsync(() -> rebuilds().cancel(id));
        until(() -> report(id).state() == State.CANCELLED);
        gate.countDown();

        assertThat(done(cancelling.get(20, TimeUnit.SECONDS)).state()).isEqualTo(State.CANCELLED);
        assertThat(ended(begin(SERIES, Mode.VERIFY)).state()).isEqualTo(State.DONE);
        assertThat(state(SERIES).rebuild()).isNull();
        assertThat(rebuilds().reports()).extracting(RebuildReport::state).containsExactly(State.CANCELLED, State.DONE);
        assertThat(refusal(rebuilds().cancel(id))).isEqualTo(Refusal.REBUILD_ENDED);
        assertThat(refusal(rebuilds().cancel(99))).isEqualTo(Refusal.UNKNOWN_REBUILD);
        assertNothingIsLeftOver();
    }

    @Test
    @Tag("ops-5.rebuilds.state")
    void a_store_that_stays_away_fails_a_rebuild() throws Exception {
        running.documents().broken(true);
        RebuildReport report = ended(begin("crayon", Mode.REPLACE));
        running.documents().broken(false);

        assertThat(report.state()).isEqualTo(State.FAILED);
        assertThat(report.verdict()).isNull();
        assertNothingIsLeftOver();
    }

    @Test
    @Tag("ops-5.rebuild.beside")
    void views_are_replaced_while_they_are_written_and_read() throws Exception {
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 2_000; i++) log();
        });
        do {
            assertThat(verdict(ended(begin(Rebuilds.ALL, Mode.REPLACE))).differences())
                    .isEmpty();
            long logged = published.get() - 1;
            assertThat(running.ask(LOSS, Scalars.class).count()).isGreaterThanOrEqualTo(logged);
        } while (!writing.isDone());
        writing.get(1, TimeUnit.SECONDS);

        assertThat(running.ask(LOSS, Scalars.class).count()).isEqualTo(2_299);
        assertThat(verdict(ended(begin(Rebuilds.ALL, Mode.VERIFY))).equal()).isTrue();
    }

    @Test
    @Tag("ops-5.views.state")
    void a_view_tells_how_it_is() throws Exception {
        until(() -> state(SERIES).condition() == Condition.LIVE && state(SERIES).documents() > 0);
        ViewState live = state(SERIES);
        assertThat(live.position()).isEqualTo(running.head());
        assertThat(live.lag()).isZero();

        running.documents().broken(true);
        log();
        until(() -> state(SERIES).condition() == Condition.STOPPED);
        assertThat(state(SERIES).lag()).isOne();

        running.documents().broken(false);
        until(() -> state(SERIES).condition() == Condition.LIVE);
        until(() -> state(SERIES).documents() == running.documents().count(view()));
    }

    /** Changes a document and adds one: its id and that one come in this order. */
    private Document damage() {
        Document chunk = running.documents()
                .range("series_chunk", new Range("", "\uDBFF\uDFFF", 1, false))
                .getFirst();
        long position = running.documents().position(view());
        running.documents()
                .apply(
                        view(),
                        position,
                        position,
                        List.of(
                                new Change.Put("series_chunk", chunk.id(), chunk.position(), halved(chunk.body())),
                                new Change.Put("series_iteration", "added", position, "junk".getBytes(UTF_8))));
        return chunk;
    }

    private static byte[] halved(byte[] body) {
        byte[] damaged = body.clone();
        damaged[body.length / 2] ^= 1;
        return damaged;
    }

    private void log() {
        ScalarPoint point = Points.point("loss", published.get() + 1, random.nextGaussian());
        running.publish(points.logged(point));
        published.incrementAndGet();
    }

    private View view() {
        return running.querySide().views().all().stream()
                .filter(view -> view.name().equals(SERIES))
                .findFirst()
                .orElseThrow();
    }

    private long count() {
        return running.querySide().views().all().stream()
                .mapToLong(running.documents()::count)
                .sum();
    }

    private void assertNothingIsLeftOver() {
        assertThat(running.documents().stored())
                .containsExactlyInAnyOrder("generations", "crayon", "tracking", "access", "series");
    }

    private Rebuilds rebuilds() {
        return running.querySide().care().rebuilds();
    }

    private ViewState state(String view) {
        return running.querySide().care().views().all().stream()
                .filter(state -> state.name().equals(view))
                .findFirst()
                .orElseThrow();
    }

    private long begin(String view, Mode mode) {
        return done(rebuilds().begin(view, mode));
    }

    private RebuildReport ended(long id) throws InterruptedException {
        until(() -> report(id).state() != State.RUNNING);
        return report(id);
    }

    private RebuildReport report(long id) {
        return rebuilds().find(id).orElseThrow();
    }

    private static Verdict verdict(RebuildReport report) {
        assertThat(report.state()).isEqualTo(State.DONE);
        return Objects.requireNonNull(report.verdict());
    }

    private static <T> T done(Outcome<T> outcome) {
        return ((Outcome.Done<T>) outcome).value();
    }

    private static Refusal refusal(Outcome<?> outcome) {
        return ((Outcome.Declined<?>) outcome).details().refusal();
    }

    private static void until(BooleanSupplier holds) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }
}
