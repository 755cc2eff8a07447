package io.daybook.command.iteration;

import static io.daybook.command.RefusedWith.refusal;

import io.daybook.api.iteration.IterationCommand;
import io.daybook.api.iteration.IterationCommand.ChangeMetric;
import io.daybook.api.iteration.IterationCommand.DeleteMetric;
import io.daybook.api.iteration.IterationCommand.LogScalar;
import io.daybook.api.iteration.IterationEvent.IterationCreated;
import io.daybook.api.iteration.IterationEvent.IterationFinalised;
import io.daybook.api.iteration.IterationEvent.PointChanged;
import io.daybook.api.iteration.IterationEvent.PointDeleted;
import io.daybook.api.iteration.IterationEvent.ScalarsLogged;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.LoggedPoint;
import io.daybook.api.iteration.MetricId;
import io.daybook.api.iteration.MetricIds;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import io.daybook.api.project.ProjectEvent.ProjectDeleted;
import io.daybook.api.refusal.Refusal;
import io.daybook.command.experiment.Containers;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MetricsTest {

    private static final IterationId ID = new IterationId(7);
    private static final MetricId SECOND = MetricId.of(7, 1);
    private static final IterationCreated CREATED = new IterationCreated(7, 5, 1, null, "2026-02-11T09:15:00.004");

    /** Steps 0 and 4 of loss. */
    private static final ScalarsLogged LOGGED = logged(0, 0, point("loss", 0), point("loss", 4));

    private final Containers containers = new Containers();
    private final AggregateTestFixture<Iteration> fixture = new AggregateTestFixture<>(Iteration.class);

    @BeforeEach
    void inject_what_handlers_ask_for() {
        fixture.registerInjectableResource(containers);
        fixture.registerInjectableResource(new PointHistory(fixture.getEventStore()::readEvents));
    }

    @Test
    void logging_answers_with_the_ids_of_the_points() {
        fixture.given(CREATED, LOGGED)
                .when(new LogScalar(ID, ScalarPoints.of(point("lr", 1), point("lr", 2))))
                .expectResultMessagePayload(new MetricIds(MetricId.of(7, 2).value(), 2));
    }

    @Test
    @Tag("I-23")
    void a_point_without_a_step_gets_the_one_after_the_highest_of_its_key() {
        fixture.given(CREATED, LOGGED)
                .when(counting(true, true, true, point("loss", 0), point("acc", 0), point("loss", 0)))
                .expectEvents(new ScalarsLogged(
                        7, 2, new long[] {2, 0}, ScalarPoints.of(point("loss", 5), point("acc", 0), point("loss", 6))));
    }

    @Test
    @Tag("I-23")
    void a_step_that_is_given_raises_the_highest_within_the_batch_too() {
        fixture.given(CREATED)
                .when(counting(false, true, true, point("loss", -5), point("loss", 0), point("acc", 0)))
                .expectEvents(new ScalarsLogged(
                        7,
                        0,
                        new long[] {0, 0},
                        ScalarPoints.of(point("loss", -5), point("loss", -4), point("acc", 0))));
    }

    @Test
    @Tag("I-23")
    void no_step_follows_the_highest_there_is() {
        fixture.given(CREATED, logged(0, 0, point("loss", Long.MAX_VALUE)))
                .when(new LogScalar(ID, ScalarPoints.of(point("loss", 0)), new boolean[] {true}))
                .expectNoEvents()
                .expectExceptionDetails(refusal(Refusal.NO_NEXT_STEP));
    }

    @Test
    @Tag("I-23")
    void the_next_step_falls_when_the_highest_point_goes() {
        fixture.given(CREATED, LOGGED, new PointDeleted(7, row(1, 1, point("loss", 4)), 0L))
                .when(new LogScalar(ID, ScalarPoints.of(point("loss", 0)), new boolean[] {true}))
                .expectEvents(logged(2, 2, point("loss", 1)));
    }

    @Test
    @Tag("I-25")
    void key_and_step_may_be_the_same_again() {
        fixture.given(CREATED, LOGGED)
                .when(new LogScalar(ID, ScalarPoints.of(point("loss", 4))))
                .expectEvents(logged(2, 2, point("loss", 4)));
    }

    @Test
    void a_change_names_the_old_row_and_the_new_one() {
        ScalarPoint changed = new ScalarPoint("loss", 4, 1.5, Double.NaN);
        fixture.given(CREATED, LOGGED)
                .when(new ChangeMetric(SECOND, null, Double.NaN, null, null))
                .expectEvents(new PointChanged(7, row(1, 1, point("loss", 4)), row(1, 1, changed), 4L, 4));
    }

    @Test
    void a_changed_point_is_changed_again_from_what_it_is_now() {
        PointChanged first = new PointChanged(7, row(1, 1, point("loss", 4)), row(1, 1, point("loss", 9)), 9L, 9);
        fixture.given(CREATED, LOGGED, first)
                .when(new ChangeMetric(SECOND, null, null, 2L, null))
                .expectEvents(new PointChanged(7, first.after(), row(1, 1, point("loss", 2)), 2L, 2));
    }

    @Test
    void a_change_that_changes_nothing_writes_nothing() {
        fixture.given(CREATED, LOGGED)
                .when(new ChangeMetric(SECOND, "loss", 0.25, 4L, 1.5))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void a_point_with_another_key_is_the_last_of_that_key() {
        fixture.given(CREATED, LOGGED, logged(2, 0, point("acc", 7)))
                .when(new ChangeMetric(SECOND, "acc", null, null, null))
                .expectEvents(new PointChanged(7, row(1, 1, point("loss", 4)), row(1, 1, point("acc", 4)), 0L, 7));
    }

    @Test
    void the_key_that_a_point_left_counts_on_as_before() {
        fixture.given(
                        CREATED,
                        LOGGED,
                        new PointChanged(7, row(1, 1, point("loss", 4)), row(1, 0, point("acc", 4)), 0L, 4))
                .when(new LogScalar(ID, ScalarPoints.of(point("loss", 1), point("acc", 1))))
                .expectEvents(
                        new ScalarsLogged(7, 2, new long[] {2, 1}, ScalarPoints.of(point("loss", 1), point("acc", 1))));
    }

    @Test
    @Tag("I-38")
    void a_deletion_says_what_step_is_the_highest_now() {
        fixture.given(CREATED, LOGGED)
                .when(new DeleteMetric(SECOND))
                .expectEvents(new PointDeleted(7, row(1, 1, point("loss", 4)), 0L));
    }

    @Test
    @Tag("I-38")
    void the_last_point_of_a_key_leaves_no_highest_step() {
        fixture.given(CREATED, logged(0, 0, point("loss", 3)))
                .when(new DeleteMetric(MetricId.of(7, 0)))
                .expectEvents(new PointDeleted(7, row(0, 0, point("loss", 3)), null));
    }

    @ParameterizedTest
    @Tag("I-38")
    @MethodSource("corrections")
    void what_was_deleted_or_never_logged_is_unknown(IterationCommand correction) {
        fixture.given(CREATED, LOGGED, new PointDeleted(7, row(1, 1, point("loss", 4)), 0L))
                .when(correction)
                .expectNoEvents()
                .expectExceptionDetails(refusal(Refusal.UNKNOWN_METRIC));
    }

    @ParameterizedTest
    @Tag("I-19")
    @MethodSource("all")
    void an_ended_iteration_takes_no_new_or_changed_metrics(IterationCommand command) {
        fixture.given(CREATED, LOGGED, new IterationFinalised(7, null, "2026-02-11T10:00:00.000", null, null))
                .when(command)
                .expectNoEvents()
                .expectExceptionDetails(refusal(Refusal.ITERATION_ALREADY_FINALISED));
    }

    @ParameterizedTest
    @Tag("I-40")
    @MethodSource("all")
    void with_its_project_all_is_gone(IterationCommand command) {
        containers.fold(new ProjectDeleted(1));
        fixture.given(CREATED, LOGGED)
                .when(command)
                .expectNoEvents()
                .expectExceptionDetails(refusal(Refusal.UNKNOWN_ITERATION));
    }

    @Test
    @Tag("I-24")
    void a_key_does_not_become_empty() {
        fixture.given(CREATED, LOGGED)
                .when(new ChangeMetric(SECOND, "", null, null, null))
                .expectNoEvents()
                .expectExceptionDetails(refusal(Refusal.NAME_NOT_USABLE));
    }

    static Stream<IterationCommand> corrections() {
        return Stream.of(new ChangeMetric(SECOND, null, 2.0, null, null), new DeleteMetric(SECOND));
    }

    static Stream<IterationCommand> all() {
        return Stream.concat(corrections(), Stream.of(new LogScalar(ID, ScalarPoints.of(point("loss", 0)))));
    }

    private static LogScalar counting(boolean first, boolean second, boolean third, ScalarPoint... points) {
        return new LogScalar(ID, ScalarPoints.of(points), new boolean[] {first, second, third});
    }

    /** Points of one key. */
    private static ScalarsLogged logged(long ordinal, long number, ScalarPoint... points) {
        return new ScalarsLogged(7, ordinal, new long[] {number}, ScalarPoints.of(points));
    }

    private static LoggedPoint row(long ordinal, long number, ScalarPoint point) {
        return new LoggedPoint(ordinal, number, point);
    }

    private static ScalarPoint point(String key, long step) {
        return new ScalarPoint(key, step, 1.5, 0.25);
    }
}
