package io.daybook.query.backup;

import io.daybook.api.experiment.ExperimentEvent;
import io.daybook.api.iteration.Environment;
import io.daybook.api.iteration.IterationEvent;
import io.daybook.api.iteration.IterationStatus;
import io.daybook.api.iteration.ParameterId;

/** Everything that can happen to a Crayon experiment and its run without touching a point. */
final class TrackedBesides {

    private TrackedBesides() {}

    static void happens(Story story) {
        long parameter = ParameterId.of(9, 0).value();
        story.experiment(new ExperimentEvent.ExperimentChanged(7, null, "renamed", null, null, false));
        story.experiment(new ExperimentEvent.ExperimentTagged(7, 1, 2));
        story.experiment(new ExperimentEvent.ExperimentUntagged(7, 1, 2));
        story.experiment(new ExperimentEvent.IterationPinned(7, 9, 1 << 20 | 1));
        story.experiment(new ExperimentEvent.IterationUnpinned(7, 9, 1 << 20 | 1));
        story.experiment(new ExperimentEvent.ResourcePinned(7, 3, 1 << 20 | 1));
        story.experiment(new ExperimentEvent.ResourceUnpinned(7, 3, 1 << 20 | 1));
        story.iteration(new IterationEvent.IterationChanged(9, null, null, "notes"));
        story.iteration(new IterationEvent.EnvironmentRecorded(9, Environment.NONE));
        story.iteration(new IterationEvent.IterationTagged(9, 1, 2));
        story.iteration(new IterationEvent.IterationUntagged(9, 1, 2));
        story.iteration(new IterationEvent.ParameterLogged(9, parameter, "lr", "0.1"));
        story.iteration(new IterationEvent.ParameterChanged(9, parameter, null, "0.2"));
        story.iteration(new IterationEvent.ParameterDeleted(9, parameter));
        story.iteration(new IterationEvent.IterationFinalised(9, null, "then", null, null));
        story.iteration(
                new IterationEvent.IterationFinalised(9, IterationStatus.FAILED, "then", "out of memory", null));
    }
}
