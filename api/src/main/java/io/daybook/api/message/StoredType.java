package io.daybook.api.message;

import io.daybook.api.claim.ClaimEvent;
import io.daybook.api.experiment.ExperimentEvent;
import io.daybook.api.iteration.IterationEvent;
import io.daybook.api.project.ProjectEvent;
import io.daybook.api.request.RequestEvent;
import io.daybook.api.sequence.SequenceEvent;
import io.daybook.api.user.UserEvent;

/**
 * The names under which events are stored, for ever; classes may move. A changed shape is a new revision with an
 * upcaster, and an approved JSON file beside the old one.
 */
public enum StoredType {
    DefaultUserSeeded("1", UserEvent.DefaultUserSeeded.class),
    ProjectCreated("1", ProjectEvent.ProjectCreated.class),
    RightsGranted("1", ProjectEvent.RightsGranted.class),
    ExperimentCreated("1", ExperimentEvent.ExperimentCreated.class),
    CrayonNameGiven("1", ExperimentEvent.CrayonNameGiven.class),
    ExperimentChanged("1", ExperimentEvent.ExperimentChanged.class),
    RestoreBegun("1", ExperimentEvent.RestoreBegun.class),
    BackupRestored("1", ExperimentEvent.BackupRestored.class),
    ExperimentDeleted("1", ExperimentEvent.ExperimentDeleted.class),
    IterationCreated("1", IterationEvent.IterationCreated.class),
    IterationFinalised("1", IterationEvent.IterationFinalised.class),
    ScalarsLogged("1", IterationEvent.ScalarsLogged.class),
    HistogramsLogged("1", IterationEvent.HistogramsLogged.class),
    NameClaimed("1", ClaimEvent.NameClaimed.class),
    NameReleased("1", ClaimEvent.NameReleased.class),
    IdsLeased("1", SequenceEvent.IdsLeased.class),
    RequestAnswered("1", RequestEvent.RequestAnswered.class);

    private final String revision;
    private final Class<?> type;

    StoredType(String revision, Class<?> type) {
        this.revision = revision;
        this.type = type;
    }

    public String revision() {
        return revision;
    }

    public Class<?> type() {
        return type;
    }
}
