package io.daybook.command.iteration;

import static io.daybook.command.RefusedWith.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.experiment.ExperimentEvent.ExperimentDeleted;
import io.daybook.api.iteration.Histogram;
import io.daybook.api.iteration.HistogramPoint;
import io.daybook.api.iteration.IterationCommand.FinaliseIteration;
import io.daybook.api.iteration.IterationCommand.LogHistogram;
import io.daybook.api.iteration.IterationCommand.LogScalar;
import io.daybook.api.iteration.IterationEvent.HistogramsLogged;
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
import org.junit.jupiter.api.Test;

class IterationTest {

    private static final IterationId ID = new IterationId(7);
    private static final IterationCreated CREATED = new IterationCreated(7, 5, 1, null, "2026-02-11T09:15:00.004");
    private static final IterationFinalised ENDED =
            new IterationFinalised(7, IterationStatus.SUCCEEDED, "2026-02-11T10:00:00.000", null, null);

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
    void refuses_points_after_it_was_finalised() {
        fixture.given(CREATED, ENDED)
                .when(new LogScalar(ID, ScalarPoints.of(point("loss", 0))))
                .expectNoEvents()
                .expectExceptionDetails(refusal(Refusal.ITERATION_ALREADY_FINALISED));
    }

    @Test
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
