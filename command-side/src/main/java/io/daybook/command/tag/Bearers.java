package io.daybook.command.tag;

import io.daybook.api.refusal.Refusal;
import io.daybook.api.tag.Bearer;
import io.daybook.command.access.Owners;
import io.daybook.command.bus.Refuse;
import io.daybook.command.experiment.Experiment;
import io.daybook.command.iteration.Iteration;
import io.daybook.command.project.Project;
import org.axonframework.modelling.command.Repository;

/** What bears tags, whatever it is. */
public final class Bearers {

    private final Repository<Project> projects;
    private final Repository<Experiment> experiments;
    private final Repository<Iteration> iterations;
    private final Owners owners;

    public Bearers(
            Repository<Project> projects,
            Repository<Experiment> experiments,
            Repository<Iteration> iterations,
            Owners owners) {
        this.projects = projects;
        this.experiments = experiments;
        this.iterations = iterations;
        this.owners = owners;
    }

    void attach(Bearer bearer, long tagId, long associationId) {
        requireContainers(bearer);
        String id = bearer.aggregate();
        switch (bearer.kind()) {
            case PROJECT -> projects.load(id).execute(it -> it.attachTag(tagId, associationId));
            case EXPERIMENT -> experiments.load(id).execute(it -> it.attachTag(tagId, associationId));
            case ITERATION -> iterations.load(id).execute(it -> it.attachTag(tagId, associationId));
        }
    }

    void detach(Bearer bearer, long tagId) {
        requireContainers(bearer);
        String id = bearer.aggregate();
        switch (bearer.kind()) {
            case PROJECT -> projects.load(id).execute(it -> it.detachTag(tagId));
            case EXPERIMENT -> experiments.load(id).execute(it -> it.detachTag(tagId));
            case ITERATION -> iterations.load(id).execute(it -> it.detachTag(tagId));
        }
    }

    /** Projects lie in nothing, and tell themselves that they are gone. */
    private void requireContainers(Bearer bearer) {
        if (bearer.kind() == Bearer.Kind.PROJECT
                || owners.of(bearer.aggregate()).isPresent()) return;
        Refusal refusal =
                bearer.kind() == Bearer.Kind.EXPERIMENT ? Refusal.UNKNOWN_EXPERIMENT : Refusal.UNKNOWN_ITERATION;
        throw Refuse.command(refusal, "there is no " + bearer.aggregate());
    }
}
