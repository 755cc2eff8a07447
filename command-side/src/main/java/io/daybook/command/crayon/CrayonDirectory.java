package io.daybook.command.crayon;

import io.daybook.api.claim.ClaimEvent.NameClaimed;
import io.daybook.api.crayon.CrayonName;
import io.daybook.api.crayon.CrayonTarget;
import io.daybook.api.experiment.ExperimentEvent.BackupRestored;
import io.daybook.api.experiment.ExperimentEvent.CrayonNameGiven;
import io.daybook.api.experiment.ExperimentEvent.ExperimentChanged;
import io.daybook.api.experiment.ExperimentEvent.ExperimentDeleted;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.experiment.ExperimentStatus;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.message.StoredType;
import io.daybook.api.project.ProjectEvent.ProjectDeleted;
import io.daybook.api.project.ProjectId;
import io.daybook.command.bus.Folded;
import io.daybook.command.experiment.Containers;
import io.daybook.command.experiment.CrayonNames;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Where each Crayon name leads to, for writes that must not wait for a view or a lock. */
public final class CrayonDirectory implements Folded, CrayonNames {

    /** The claim that says which project is the reserved one. */
    static final String PROJECT_CLAIM = "reserved:crayon";

    private final Containers containers;
    private final Map<Long, CrayonTarget> targets = new ConcurrentHashMap<>();
    private final Map<String, Long> experiments = new ConcurrentHashMap<>();
    private final Map<Long, String> names = new ConcurrentHashMap<>();
    private volatile @Nullable ProjectId project;

    public CrayonDirectory(Containers containers) {
        this.containers = containers;
    }

    Optional<CrayonTarget> find(CrayonName name) {
        return Optional.ofNullable(experiments.get(name.value()))
                .map(targets::get)
                .filter(target -> !containers.projectIsGone(target.projectId().value()));
    }

    @Override
    public Optional<CrayonName> nameOf(ExperimentId id) {
        return Optional.ofNullable(names.get(id.value())).map(CrayonName::new);
    }

    /** The reserved project, from its creation to its deletion. */
    public Optional<ProjectId> project() {
        return Optional.ofNullable(project).filter(it -> !containers.projectIsGone(it.value()));
    }

    @Override
    public Set<StoredType> folds() {
        return Set.of(
                StoredType.CrayonNameGiven,
                StoredType.BackupRestored,
                StoredType.ExperimentChanged,
                StoredType.ExperimentDeleted,
                StoredType.ProjectDeleted,
                StoredType.NameClaimed);
    }

    @Override
    public void fold(Object event) {
        switch (event) {
            case NameClaimed claimed -> {
                if (claimed.claim().equals(PROJECT_CLAIM)) project = projectOf(claimed.holder());
            }
            case ProjectDeleted deleted -> forgetProject(deleted.projectId());
            case CrayonNameGiven given ->
                list(given.name(), target(given.experimentId(), given.iterationId(), given.projectId(), true));
            case BackupRestored restored ->
                list(
                        restored.name(),
                        target(
                                restored.experimentId(),
                                restored.iterationId(),
                                restored.projectId(),
                                restored.status() == ExperimentStatus.IN_PROGRESS));
            case ExperimentChanged changed -> change(changed);
            case ExperimentDeleted deleted -> forget(deleted.experimentId());
            default -> {}
        }
    }

    private void list(String name, CrayonTarget target) {
        long experiment = target.experimentId().value();
        targets.put(experiment, target);
        names.put(experiment, name);
        experiments.put(name, experiment);
    }

    private void change(ExperimentChanged event) {
        if (event.name() != null) rename(event.experimentId(), event.name());
        if (event.status() == null) return;
        boolean running = event.status() == ExperimentStatus.IN_PROGRESS;
        targets.computeIfPresent(
                event.experimentId(),
                (id, was) -> new CrayonTarget(was.projectId(), was.experimentId(), was.iterationId(), running));
    }

    private void rename(long experimentId, String name) {
        String old = names.replace(experimentId, name);
        if (old == null) return;
        experiments.put(name, experimentId);
        experiments.remove(old, experimentId);
    }

    private void forgetProject(long projectId) {
        targets.values().stream()
                .filter(target -> target.projectId().value() == projectId)
                .forEach(target -> forget(target.experimentId().value()));
    }

    private void forget(long experimentId) {
        targets.remove(experimentId);
        String name = names.remove(experimentId);
        // The name may lead to a restored experiment by now.
        if (name != null) experiments.remove(name, experimentId);
    }

    static ProjectId projectOf(String holder) {
        return new ProjectId(Long.parseLong(holder.substring("project-".length())));
    }

    private static CrayonTarget target(long experiment, long iteration, long project, boolean running) {
        return new CrayonTarget(
                new ProjectId(project), new ExperimentId(experiment), new IterationId(iteration), running);
    }
}
