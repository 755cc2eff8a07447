package io.daybook.query.crayon;

import static io.daybook.query.iteration.Points.point;

import io.daybook.api.crayon.CrayonName;
import io.daybook.api.experiment.ExperimentEvent.BackupRestored;
import io.daybook.api.experiment.ExperimentEvent.CrayonNameGiven;
import io.daybook.api.experiment.ExperimentEvent.ExperimentChanged;
import io.daybook.api.experiment.ExperimentEvent.ExperimentDeleted;
import io.daybook.api.experiment.ExperimentStatus;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.query.iteration.Points;
import java.util.ArrayList;
import java.util.List;

/** What happens to experiments; iteration {@code 100 + n} is that of experiment {@code n}. */
final class Story {

    static final CrayonName FOO = new CrayonName("foo");

    private Story() {}

    static Points iteration(long experiment) {
        return new Points(100 + experiment);
    }

    static Object[] begun(long experiment, String name) {
        return begun(experiment, 1, name);
    }

    static Object[] begun(long experiment, long project, String name) {
        return new Object[] {
            iteration(experiment).created(experiment), new CrayonNameGiven(experiment, project, 100 + experiment, name)
        };
    }

    static Object[] restored(long experiment, String name, ExperimentStatus status, long replaced) {
        return restored(experiment, 1, name, status, replaced);
    }

    static Object[] restored(long experiment, long project, String name, ExperimentStatus status, long replaced) {
        return new Object[] {
            new BackupRestored(experiment, project, 100 + experiment, name, "", status, null),
            new ExperimentDeleted(replaced, project)
        };
    }

    static ExperimentChanged renamed(long experiment, String name) {
        return new ExperimentChanged(experiment, null, name, null, null, false);
    }

    static ExperimentChanged changed(long experiment, ExperimentStatus status) {
        return new ExperimentChanged(experiment, status, null, null, null, false);
    }

    /** So many points of {@code loss}, each of this value. */
    static Object loss(long experiment, int count, double value) {
        List<ScalarPoint> points = new ArrayList<>();
        for (int i = 0; i < count; i++) points.add(point("loss", i, value));
        return iteration(experiment).logged(points);
    }
}
