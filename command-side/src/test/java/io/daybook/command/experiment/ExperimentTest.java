package io.daybook.command.experiment;

import io.daybook.api.experiment.ExperimentCommand.ChangeExperiment;
import io.daybook.api.experiment.ExperimentEvent.ExperimentChanged;
import io.daybook.api.experiment.ExperimentEvent.ExperimentCreated;
import io.daybook.api.experiment.ExperimentEvent.ExperimentDeleted;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.experiment.ExperimentStatus;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class ExperimentTest {

    private static final ExperimentId ID = new ExperimentId(5);
    private static final ExperimentCreated CREATED = new ExperimentCreated(5, 1, "foo", "2026-02-11T09:15:00.004");

    private final AggregateTestFixture<Experiment> fixture = new AggregateTestFixture<>(Experiment.class);

    @Test
    void changes_only_what_differs() {
        fixture.given(CREATED)
                .when(new ChangeExperiment(ID, ExperimentStatus.IN_PROGRESS, null, "warm-up", null))
                .expectEvents(new ExperimentChanged(5, null, null, "warm-up", null, false));
    }

    @Test
    void writes_nothing_when_nothing_differs() {
        fixture.given(CREATED)
                .when(new ChangeExperiment(ID, ExperimentStatus.IN_PROGRESS, null, "", null))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void reopening_clears_the_end_date_whatever_end_date_comes_with_it() {
        fixture.given(
                        CREATED,
                        new ExperimentChanged(5, ExperimentStatus.FINISHED, null, null, "2026-02-12T00:00:00", false))
                .when(new ChangeExperiment(ID, ExperimentStatus.IN_PROGRESS, null, null, "2026-02-13T00:00:00"))
                .expectEvents(new ExperimentChanged(5, ExperimentStatus.IN_PROGRESS, null, null, null, true));
    }

    @Test
    void takes_no_change_once_it_was_deleted() {
        fixture.given(CREATED, new ExperimentDeleted(5, 1))
                .when(new ChangeExperiment(ID, null, null, "late", null))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }
}
