package io.daybook.command.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.backup.BackupCommand.BeginRestore;
import io.daybook.api.backup.BackupCommand.RestoreBackup;
import io.daybook.api.crayon.CrayonCommand.CreateCrayonExperiment;
import io.daybook.api.crayon.CrayonName;
import io.daybook.api.crayon.CrayonQuery.FindCrayonTarget;
import io.daybook.api.crayon.CrayonTarget;
import io.daybook.api.experiment.ExperimentCommand.ChangeExperiment;
import io.daybook.api.experiment.ExperimentEvent.BackupRestored;
import io.daybook.api.experiment.ExperimentEvent.ExperimentDeleted;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.experiment.ExperimentStatus;
import io.daybook.api.iteration.IterationCommand.LogScalar;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import io.daybook.api.project.ProjectCommand.DeleteProject;
import io.daybook.api.project.ProjectId;
import io.daybook.api.refusal.Refusal;
import io.daybook.command.Deciding;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackupCommandsTest {

    private static final CrayonName FOO = new CrayonName("foo");
    private static final String DATE = "2026-02-11T09:15:00.004";

    private final Deciding deciding = new Deciding();

    @AfterEach
    void close() {
        deciding.close();
    }

    @Test
    void the_old_experiment_stays_until_the_restored_one_takes_its_place() {
        deciding.when(new CreateCrayonExperiment(
                FOO, new ExperimentId(1), new IterationId(1), new ProjectId(1), "crayon", DATE));
        deciding.when(begin(2));
        deciding.when(new LogScalar(new IterationId(2), ScalarPoints.of(new ScalarPoint("loss", 0, 0, 0))));
        assertThat(target().experimentId()).isEqualTo(new ExperimentId(1));
        deciding.when(complete(2));
        assertThat(target().experimentId()).isEqualTo(new ExperimentId(2));
    }

    @Test
    void the_switch_comes_before_the_deletion_in_one_unit_of_work() {
        deciding.when(new CreateCrayonExperiment(
                FOO, new ExperimentId(1), new IterationId(1), new ProjectId(1), "crayon", DATE));
        deciding.when(begin(2));
        deciding.when(complete(2));
        List<Object> events = deciding.payloads();
        assertThat(events.subList(events.size() - 3, events.size()))
                .first()
                .isEqualTo(new BackupRestored(2, 1, 2, "foo", "", ExperimentStatus.IN_PROGRESS, null));
        assertThat(events).last().isEqualTo(new ExperimentDeleted(1, 1));
    }

    @Test
    void restores_under_a_free_name() {
        deciding.when(begin(2));
        deciding.when(complete(2));
        assertThat(target())
                .isEqualTo(new CrayonTarget(new ProjectId(1), new ExperimentId(2), new IterationId(2), true));
    }

    @Test
    void refuses_to_complete_twice() {
        deciding.when(begin(2));
        deciding.when(complete(2));
        assertThat(deciding.refusalOf(complete(2))).isEqualTo(Refusal.UNKNOWN_EXPERIMENT);
    }

    @Test
    void refuses_to_complete_what_never_began() {
        assertThat(deciding.refusalOf(complete(9))).isEqualTo(Refusal.UNKNOWN_EXPERIMENT);
        assertThat(deciding.events()).isEmpty();
    }

    @Test
    void is_over_when_its_project_is_deleted() {
        deciding.when(begin(2));
        deciding.when(new DeleteProject(new ProjectId(1)));
        assertThat(deciding.refusalOf(complete(2))).isEqualTo(Refusal.UNKNOWN_EXPERIMENT);
    }

    @Test
    void a_restored_experiment_is_renamed_like_any_other() {
        deciding.when(begin(2));
        deciding.when(complete(2));
        deciding.when(new ChangeExperiment(new ExperimentId(2), null, "bar", null, null));
        var bar = new FindCrayonTarget(new CrayonName("bar"));
        assertThat(deciding.ask(bar, CrayonTarget.class).experimentId()).isEqualTo(new ExperimentId(2));
        assertThat(deciding.find(new FindCrayonTarget(FOO), CrayonTarget.class)).isEmpty();
    }

    private CrayonTarget target() {
        return deciding.ask(new FindCrayonTarget(FOO), CrayonTarget.class);
    }

    private static BeginRestore begin(long id) {
        return new BeginRestore(FOO, new ExperimentId(id), new IterationId(id), new ProjectId(1), "crayon", DATE);
    }

    private static RestoreBackup complete(long id) {
        return new RestoreBackup(FOO, new ExperimentId(id), "", ExperimentStatus.IN_PROGRESS, null);
    }
}
