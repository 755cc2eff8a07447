package io.daybook.command.iteration;

import static io.daybook.command.RefusedWith.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.experiment.ExperimentEvent.ExperimentDeleted;
import io.daybook.api.iteration.Environment;
import io.daybook.api.iteration.Histogram;
import io.daybook.api.iteration.HistogramPoint;
import io.daybook.api.iteration.IterationCommand.ChangeIteration;
import io.daybook.api.iteration.IterationCommand.FinaliseIteration;
import io.daybook.api.iteration.IterationCommand.LogHistogram;
import io.daybook.api.iteration.IterationCommand.LogScalar;
import io.daybook.api.iteration.IterationCommand.RecordEnvironment;
import io.daybook.api.iteration.IterationEvent.EnvironmentRecorded;
import io.daybook.api.iteration.IterationEvent.HistogramsLogged;
import io.daybook.api.iteration.IterationEvent.IterationChanged;
import io.daybook.api.iteration.IterationEvent.IterationCreated;
import io.daybook.api.iteration.IterationEvent.IterationFinalised;
import io.daybook.api.iteration.IterationEvent.ScalarsLogged;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.IterationStatus;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import io.daybook.api.refusal.Refusal;
import io.daybook.command.experiment.Containers;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IterationTest {

    private static final IterationId ID = new IterationId(7);
    private static final IterationCreated CREATED = new IterationCreated(7, 5, 1, null, "2026-02-11T09:15:00.004");
    private static final IterationFinalised ENDED =
            new IterationFinalised(7, IterationStatus.SUCCEEDED, "2026-02-11T10:00:00.000", null, null);

    private static final String LONG = "notes so long that they are not kept, but only a hash of them";
    private static final Environment ENVIRONMENT =
            new Environment("1.11.5", "5f0c2d9e", true, "fit.jl", "[deps]", LONG);

    private final Containers containers = new Containers();
    private final AggregateTestFixture<Iteration> fixture = new AggregateTestFixture<>(Iteration.class);

    @BeforeEach
    void inject_what_handlers_ask_for() {
        fixture.registerInjectableResource(containers);
        fixture.registerInjectableResource(new PointHistory(fixture.getEventStore()::readEvents));
    }

    @Test
    void numbers_points_within_the_iteration_and_within_their_key() {
        ScalarPoints first = ScalarPoints.of(point("loss", 0), point("acc", 0), point("loss", 1));
        ScalarPoints second = ScalarPoints.of(point("acc", 1), point("lr", 0));
        fixture.given(CREATED, new ScalarsLogged(7, 0, new long[] {0, 0}, first))
                .when(new LogScalar(ID, second))
                .expectEvents(new ScalarsLogged(7, 3, new long[] {1, 0}, second));
    }

    @Test
    void numbers_histograms_on_their_own() {
        Histogram histogram = new Histogram(0, 1, 2, 1, 1, new double[] {1}, new double[] {2});
        HistogramPoint point = new HistogramPoint("w", 3, 1.5, histogram);
        fixture.given(CREATED, new ScalarsLogged(7, 0, new long[] {0}, ScalarPoints.of(point("w", 0))))
                .when(new LogHistogram(ID, List.of(point, point)))
                .expectEvents(new HistogramsLogged(7, new long[] {0, 1}, List.of(point, point)));
    }

    @Test
    @Tag("I-19")
    void refuses_points_after_it_was_finalised() {
        fixture.given(CREATED, ENDED)
                .when(new LogScalar(ID, ScalarPoints.of(point("loss", 0))))
                .expectNoEvents()
                .expectExceptionDetails(refusal(Refusal.ITERATION_ALREADY_FINALISED));
    }

    @Test
    @Tag("I-17")
    void refuses_to_finalise_twice() {
        fixture.given(CREATED, ENDED)
                .when(new FinaliseIteration(ID, IterationStatus.FAILED, "2026-02-11T11:00:00.000", "late", null))
                .expectNoEvents()
                .expectExceptionDetails(refusal(Refusal.ITERATION_ALREADY_FINALISED));
    }

    @Test
    void finalises_once() {
        fixture.given(CREATED)
                .when(new FinaliseIteration(ID, IterationStatus.SUCCEEDED, "2026-02-11T10:00:00.000", null, null))
                .expectEvents(ENDED);
    }

    @Test
    void refuses_points_when_its_experiment_is_gone() {
        containers.fold(new ExperimentDeleted(5, 1));
        fixture.given(CREATED)
                .when(new LogScalar(ID, ScalarPoints.of(point("loss", 0))))
                .expectNoEvents()
                .expectExceptionDetails(refusal(Refusal.UNKNOWN_ITERATION));
    }

    @ParameterizedTest
    @Tag("I-16")
    @EnumSource(IterationStatus.class)
    void every_status_may_follow_while_it_is_open(IterationStatus status) {
        fixture.given(CREATED, new IterationChanged(7, IterationStatus.FAILED, null, null))
                .when(new ChangeIteration(ID, status, null, "noted"))
                .expectEvents(new IterationChanged(7, status == IterationStatus.FAILED ? null : status, null, "noted"));
    }

    @Test
    void a_change_that_changes_nothing_writes_nothing() {
        fixture.given(CREATED, new IterationChanged(7, null, null, LONG))
                .when(new ChangeIteration(ID, IterationStatus.RUNNING, "", LONG))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("I-17")
    void an_ended_iteration_takes_no_change_not_even_one_that_changes_nothing() {
        fixture.given(CREATED, ENDED)
                .when(new ChangeIteration(ID, IterationStatus.SUCCEEDED, null, null))
                .expectNoEvents()
                .expectExceptionDetails(refusal(Refusal.ITERATION_ALREADY_FINALISED));
    }

    @Test
    @Tag("I-22")
    void the_lock_follows_the_end_date_and_not_the_status() {
        ScalarPoints points = ScalarPoints.of(point("loss", 0));
        fixture.given(CREATED, new IterationChanged(7, IterationStatus.SUCCEEDED, null, null))
                .when(new LogScalar(ID, points))
                .expectEvents(new ScalarsLogged(7, 0, new long[] {0}, points));
    }

    @Test
    @Tag("I-22")
    void it_may_end_in_the_status_that_it_has() {
        fixture.given(CREATED)
                .when(new FinaliseIteration(ID, null, "2026-02-11T10:00:00.000", null, ""))
                .expectEvents(new IterationFinalised(7, null, "2026-02-11T10:00:00.000", null, null));
    }

    @Test
    @Tag("I-21")
    void the_environment_is_recorded_even_when_it_has_ended() {
        fixture.given(CREATED, new EnvironmentRecorded(7, ENVIRONMENT), ENDED)
                .when(new RecordEnvironment(ID, Environment.NONE))
                .expectEvents(new EnvironmentRecorded(7, Environment.NONE));
    }

    @Test
    @Tag("I-21")
    void the_same_environment_is_not_recorded_again() {
        fixture.given(CREATED, new EnvironmentRecorded(7, ENVIRONMENT))
                .when(new RecordEnvironment(ID, ENVIRONMENT))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void refuses_the_point_that_no_id_is_left_for() {
        long last = IterationId.MAX_POINTS - 1;
        ScalarPoints two = ScalarPoints.of(point("loss", 0), point("loss", 1));
        SeriesState state = new SeriesState();
        state.take(two);
        assertThat(state.points()).isEqualTo(2);
        assertThat(Iteration.fits(last, 1)).isTrue();
        assertThat(Iteration.fits(last, 2)).isFalse();
    }

    private static ScalarPoint point(String key, long step) {
        return new ScalarPoint(key, step, 1.5, 0.25);
    }
}
