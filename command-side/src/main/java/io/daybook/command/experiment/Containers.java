package io.daybook.command.experiment;

import io.daybook.api.experiment.ExperimentEvent.ExperimentDeleted;
import io.daybook.api.message.StoredType;
import io.daybook.command.bus.Folded;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which containers are gone: what lies in them takes nothing any more. Ids are never used again. */
public final class Containers implements Folded {

    private final Set<Long> deletedExperiments = ConcurrentHashMap.newKeySet();

    public boolean experimentIsGone(long experimentId) {
        return deletedExperiments.contains(experimentId);
    }

    @Override
    public Set<StoredType> folds() {
        return Set.of(StoredType.ExperimentDeleted);
    }

    @Override
    public void fold(Object event) {
        if (event instanceof ExperimentDeleted deleted) deletedExperiments.add(deleted.experimentId());
    }
}
