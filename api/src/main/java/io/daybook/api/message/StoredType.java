package io.daybook.api.message;

import io.daybook.api.claim.ClaimEvent;
import io.daybook.api.experiment.ExperimentEvent;
import io.daybook.api.iteration.IterationEvent;
import io.daybook.api.model.ModelEvent;
import io.daybook.api.project.ProjectEvent;
import io.daybook.api.request.RequestEvent;
import io.daybook.api.resource.ResourceEvent;
import io.daybook.api.sequence.SequenceEvent;
import io.daybook.api.tag.TagEvent;
import io.daybook.api.user.UserEvent;

/**
 * The names under which events are stored, for ever; classes may move. A changed shape is a new revision with an
 * upcaster, and an approved JSON file beside the old one.
 */
public enum StoredType {
    DefaultUserSeeded("1", UserEvent.DefaultUserSeeded.class),
    UserCreated("1", UserEvent.UserCreated.class),
    UserChanged("1", UserEvent.UserChanged.class),
    UserDeleted("1", UserEvent.UserDeleted.class),
    ProjectCreated("1", ProjectEvent.ProjectCreated.class),
    ProjectChanged("1", ProjectEvent.ProjectChanged.class),
    ProjectDeleted("1", ProjectEvent.ProjectDeleted.class),
    RightsGranted("1", ProjectEvent.RightsGranted.class),
    RightsChanged("1", ProjectEvent.RightsChanged.class),
    RightsRevoked("1", ProjectEvent.RightsRevoked.class),
    ProjectTagged("1", ProjectEvent.ProjectTagged.class),
    ProjectUntagged("1", ProjectEvent.ProjectUntagged.class),
    ExperimentCreated("1", ExperimentEvent.ExperimentCreated.class),
    CrayonNameGiven("1", ExperimentEvent.CrayonNameGiven.class),
    ExperimentChanged("2", ExperimentEvent.ExperimentChanged.class),
    RestoreBegun("1", ExperimentEvent.RestoreBegun.class),
    BackupRestored("1", ExperimentEvent.BackupRestored.class),
    ExperimentDeleted("1", ExperimentEvent.ExperimentDeleted.class),
    ExperimentTagged("1", ExperimentEvent.ExperimentTagged.class),
    ExperimentUntagged("1", ExperimentEvent.ExperimentUntagged.class),
    IterationPinned("1", ExperimentEvent.IterationPinned.class),
    IterationUnpinned("1", ExperimentEvent.IterationUnpinned.class),
    ResourcePinned("1", ExperimentEvent.ResourcePinned.class),
    ResourceUnpinned("1", ExperimentEvent.ResourceUnpinned.class),
    IterationCreated("1", IterationEvent.IterationCreated.class),
    IterationChanged("1", IterationEvent.IterationChanged.class),
    IterationFinalised("2", IterationEvent.IterationFinalised.class),
    EnvironmentRecorded("1", IterationEvent.EnvironmentRecorded.class),
    IterationDeleted("1", IterationEvent.IterationDeleted.class),
    IterationTagged("1", IterationEvent.IterationTagged.class),
    IterationUntagged("1", IterationEvent.IterationUntagged.class),
    ParameterLogged("1", IterationEvent.ParameterLogged.class),
    ParameterChanged("1", IterationEvent.ParameterChanged.class),
    ParameterDeleted("1", IterationEvent.ParameterDeleted.class),
    ScalarsLogged("1", IterationEvent.ScalarsLogged.class),
    PointChanged("1", IterationEvent.PointChanged.class),
    PointDeleted("1", IterationEvent.PointDeleted.class),
    HistogramsLogged("1", IterationEvent.HistogramsLogged.class),
    ResourceCreated("1", ResourceEvent.ResourceCreated.class),
    ResourceChanged("1", ResourceEvent.ResourceChanged.class),
    ResourceDeleted("1", ResourceEvent.ResourceDeleted.class),
    TagCreated("1", TagEvent.TagCreated.class),
    TagDeleted("1", TagEvent.TagDeleted.class),
    ModelCreated("1", ModelEvent.ModelCreated.class),
    ModelChanged("1", ModelEvent.ModelChanged.class),
    ModelDeleted("1", ModelEvent.ModelDeleted.class),
    ModelVersionCreated("1", ModelEvent.ModelVersionCreated.class),
    ModelVersionChanged("1", ModelEvent.ModelVersionChanged.class),
    ModelVersionDeleted("1", ModelEvent.ModelVersionDeleted.class),
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
