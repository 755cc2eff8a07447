package io.daybook.query.tracking;

import io.daybook.api.experiment.ExperimentEvent.BackupRestored;
import io.daybook.api.experiment.ExperimentEvent.ExperimentChanged;
import io.daybook.api.experiment.ExperimentEvent.ExperimentCreated;
import io.daybook.api.experiment.ExperimentEvent.ExperimentDeleted;
import io.daybook.api.experiment.ExperimentEvent.ExperimentTagged;
import io.daybook.api.experiment.ExperimentEvent.ExperimentUntagged;
import io.daybook.api.experiment.ExperimentEvent.RestoreBegun;
import io.daybook.api.experiment.ExperimentStatus;
import io.daybook.api.iteration.Environment;
import io.daybook.api.iteration.IterationEvent.EnvironmentRecorded;
import io.daybook.api.iteration.IterationEvent.IterationChanged;
import io.daybook.api.iteration.IterationEvent.IterationCreated;
import io.daybook.api.iteration.IterationEvent.IterationDeleted;
import io.daybook.api.iteration.IterationEvent.IterationTagged;
import io.daybook.api.iteration.IterationEvent.IterationUntagged;
import io.daybook.api.iteration.IterationEvent.ParameterChanged;
import io.daybook.api.iteration.IterationEvent.ParameterDeleted;
import io.daybook.api.iteration.IterationEvent.ParameterLogged;
import io.daybook.api.iteration.IterationStatus;
import io.daybook.api.model.ModelEvent.ModelChanged;
import io.daybook.api.model.ModelEvent.ModelCreated;
import io.daybook.api.model.ModelEvent.ModelDeleted;
import io.daybook.api.model.ModelEvent.ModelVersionChanged;
import io.daybook.api.model.ModelEvent.ModelVersionCreated;
import io.daybook.api.model.ModelEvent.ModelVersionDeleted;
import io.daybook.api.model.Stage;
import io.daybook.api.project.ProjectEvent.ProjectChanged;
import io.daybook.api.project.ProjectEvent.ProjectCreated;
import io.daybook.api.project.ProjectEvent.ProjectDeleted;
import io.daybook.api.project.ProjectEvent.ProjectTagged;
import io.daybook.api.project.ProjectEvent.ProjectUntagged;
import io.daybook.api.project.ProjectEvent.RightsChanged;
import io.daybook.api.project.ProjectEvent.RightsGranted;
import io.daybook.api.project.ProjectEvent.RightsRevoked;
import io.daybook.api.resource.Content;
import io.daybook.api.resource.ResourceEvent.ResourceChanged;
import io.daybook.api.resource.ResourceEvent.ResourceCreated;
import io.daybook.api.resource.ResourceEvent.ResourceDeleted;
import io.daybook.api.tag.Bearer;
import io.daybook.api.tag.TagEvent.TagCreated;
import io.daybook.api.tag.TagEvent.TagDeleted;
import io.daybook.api.user.UserEvent.DefaultUserSeeded;
import io.daybook.api.user.UserEvent.UserChanged;
import io.daybook.api.user.UserEvent.UserCreated;
import io.daybook.api.user.UserEvent.UserDeleted;
import org.jspecify.annotations.Nullable;

/** Events of the tracking API, with what tests do not care about filled in. */
public final class Happenings {

    static final String DAY = "2026-01-02T03:04:05";
    static final Content BYTES = new Content("ab", 3, "filesystem", "file:///artifacts/ab/ab");

    private Happenings() {}

    public static Object seeded() {
        return new DefaultUserSeeded(1, "Default User", "", "default", "hash", true, DAY, "UTC");
    }

    public static Object user(long id) {
        return new UserCreated(id, "user " + id, "First", "Last", "hash", DAY);
    }

    public static Object admin(long id, boolean admin) {
        return new UserChanged(id, null, null, null, admin);
    }

    public static Object userGone(long id) {
        return new UserDeleted(id, "user " + id);
    }

    public static Object project(long id) {
        return new ProjectCreated(id, "project " + id, DAY);
    }

    static Object projectChanged(long id) {
        return new ProjectChanged(id, null, "described");
    }

    public static Object projectGone(long id) {
        return new ProjectDeleted(id);
    }

    /** Row 1 of the project, or that of the user when there are several. */
    public static Object granted(long project, long user, boolean read) {
        return new RightsGranted((project << 20) + user, project, user, false, read, false, false);
    }

    public static Object rightsChanged(long project, long user, boolean read) {
        return new RightsChanged((project << 20) + user, project, user, true, read, false, false);
    }

    public static Object revoked(long project, long user) {
        return new RightsRevoked((project << 20) + user, project, user);
    }

    public static Object experiment(long id, long project) {
        return new ExperimentCreated(id, project, "experiment " + id, DAY);
    }

    static Object restoring(long id, long project, long iteration) {
        return new RestoreBegun(id, project, iteration, "experiment " + id, DAY);
    }

    static Object restored(long id, long project, long iteration) {
        return new BackupRestored(
                id, project, iteration, "restored " + id, "whole again", ExperimentStatus.FINISHED, "2026-02-02");
    }

    static Object experimentChanged(long id) {
        return new ExperimentChanged(id, ExperimentStatus.STOPPED, null, "stopped", "2026-03-03", false);
    }

    public static Object experimentGone(long id, long project) {
        return new ExperimentDeleted(id, project);
    }

    public static Object iteration(long id, long experiment, long project) {
        return iteration(id, experiment, project, null);
    }

    static Object iteration(long id, long experiment, long project, @Nullable Long parent) {
        return new IterationCreated(id, experiment, project, parent, DAY);
    }

    static Object iterationChanged(long id) {
        return new IterationChanged(id, IterationStatus.FAILED, "out of memory", "hm");
    }

    static Object environment(long id) {
        return new EnvironmentRecorded(id, new Environment("1.11.5", "sha", true, "fit.jl", "[deps]", "lock"));
    }

    public static Object iterationGone(long id, long experiment) {
        return new IterationDeleted(id, experiment);
    }

    static Object parameter(long iteration, long id) {
        return new ParameterLogged(iteration, id, "rate", "0.1");
    }

    static Object parameterChanged(long iteration, long id) {
        return new ParameterChanged(iteration, id, null, "0.2");
    }

    static Object parameterGone(long iteration, long id) {
        return new ParameterDeleted(iteration, id);
    }

    public static Object resource(long id, long experiment, long project) {
        return new ResourceCreated(id, experiment, project, "weights " + id, BYTES, DAY);
    }

    static Object resourceChanged(long id) {
        return new ResourceChanged(id, null, "trained", null, DAY);
    }

    public static Object resourceGone(long id, long experiment) {
        return new ResourceDeleted(id, experiment);
    }

    public static Object model(long id, long project) {
        return new ModelCreated(id, project, "model " + id, "", DAY);
    }

    static Object modelChanged(long id) {
        return new ModelChanged(id, null, "better", DAY);
    }

    public static Object modelGone(long id, long project) {
        return new ModelDeleted(id, project);
    }

    static Object version(long model, long id) {
        return new ModelVersionCreated(model, id, (int) (id & 0xFFFFF), 1, null, "", DAY);
    }

    static Object promoted(long model, long id, @Nullable Long archived) {
        return new ModelVersionChanged(model, id, Stage.PRODUCTION, null, null, DAY, archived);
    }

    static Object versionGone(long model, long id) {
        return new ModelVersionDeleted(model, id);
    }

    static Object tag(long id) {
        return new TagCreated(id, "tag " + id);
    }

    static Object tagGone(long id) {
        return new TagDeleted(id, "tag " + id);
    }

    static Object tagged(Bearer bearer, long tag, long association) {
        return switch (bearer.kind()) {
            case PROJECT -> new ProjectTagged(bearer.id(), tag, association);
            case EXPERIMENT -> new ExperimentTagged(bearer.id(), tag, association);
            case ITERATION -> new IterationTagged(bearer.id(), tag, association);
        };
    }

    static Object untagged(Bearer bearer, long tag, long association) {
        return switch (bearer.kind()) {
            case PROJECT -> new ProjectUntagged(bearer.id(), tag, association);
            case EXPERIMENT -> new ExperimentUntagged(bearer.id(), tag, association);
            case ITERATION -> new IterationUntagged(bearer.id(), tag, association);
        };
    }
}
