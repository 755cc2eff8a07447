package io.daybook.command.experiment;

import io.daybook.api.experiment.ExperimentEvent.ExperimentDeleted;
import io.daybook.api.message.StoredType;
import io.daybook.api.model.ModelEvent.ModelDeleted;
import io.daybook.api.project.ProjectEvent.ProjectCreated;
import io.daybook.api.project.ProjectEvent.ProjectDeleted;
import io.daybook.command.bus.Folded;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which containers are gone: what lies in them takes nothing any more. Ids are never used again. */
public final class Containers implements Folded {

    private final Set<Long> projects = ConcurrentHashMap.newKeySet();
    private final Set<Long> deletedProjects = ConcurrentHashMap.newKeySet();
    private final Set<Long> deletedExperiments = ConcurrentHashMap.newKeySet();
    private final Set<Long> deletedModels = ConcurrentHashMap.newKeySet();

    /** Whether the project was created and is not gone. */
    public boolean projectIsThere(long projectId) {
        return projects.contains(projectId);
    }

    public boolean projectIsGone(long projectId) {
        return deletedProjects.contains(projectId);
    }

    public boolean experimentIsGone(long experimentId) {
        return deletedExperiments.contains(experimentId);
    }

    /** Whether the experiment is gone, by itself or with its project. */
    public boolean experimentIsGone(long projectId, long experimentId) {
        return projectIsGone(projectId) || experimentIsGone(experimentId);
    }

    public boolean modelIsGone(long modelId) {
        return deletedModels.contains(modelId);
    }

    @Override
    public Set<StoredType> folds() {
        return Set.of(
                StoredType.ProjectCreated,
                StoredType.ProjectDeleted,
                StoredType.ExperimentDeleted,
                StoredType.ModelDeleted);
    }

    @Override
    public void fold(Object event) {
        switch (event) {
            case ProjectCreated created -> projects.add(created.projectId());
            case ProjectDeleted deleted -> {
                deletedProjects.add(deleted.projectId());
                projects.remove(deleted.projectId());
            }
            case ExperimentDeleted deleted -> deletedExperiments.add(deleted.experimentId());
            case ModelDeleted deleted -> deletedModels.add(deleted.modelId());
            default -> {}
        }
    }
}
