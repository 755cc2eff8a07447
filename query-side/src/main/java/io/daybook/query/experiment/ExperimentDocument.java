package io.daybook.query.experiment;

import io.daybook.api.experiment.ExperimentEvent.BackupRestored;
import io.daybook.api.experiment.ExperimentEvent.ExperimentChanged;
import io.daybook.api.experiment.ExperimentEvent.ExperimentCreated;
import io.daybook.api.experiment.ExperimentEvent.RestoreBegun;
import io.daybook.api.experiment.ExperimentStatus;
import io.daybook.api.experiment.ExperimentView;
import io.daybook.query.documents.Body;
import io.daybook.query.documents.Fields;
import org.bson.BsonDocument;

/** An experiment as stored. */
final class ExperimentDocument {

    private static final String ID = "id";
    private static final String PROJECT = "project";
    private static final String STATUS = "status";
    private static final String NAME = "name";
    private static final String DESCRIPTION = "description";
    private static final String CREATED_DATE = "created_date";
    private static final String END_DATE = "end_date";
    private static final String LISTED = "listed";

    private ExperimentDocument() {}

    static boolean isListed(Fields experiment) {
        return experiment.flag(LISTED);
    }

    static ExperimentView view(Fields experiment) {
        return new ExperimentView(
                experiment.number(ID),
                experiment.number(PROJECT),
                experiment.one(ExperimentStatus.class, STATUS),
                experiment.text(NAME),
                experiment.text(DESCRIPTION),
                experiment.text(CREATED_DATE),
                experiment.textOrNull(END_DATE));
    }

    static BsonDocument of(ExperimentCreated event) {
        return begun(event.experimentId(), event.projectId(), event.name(), event.createdDate())
                .with(LISTED, true)
                .bson();
    }

    static BsonDocument of(RestoreBegun event) {
        return begun(event.experimentId(), event.projectId(), event.name(), event.createdDate())
                .with(LISTED, false)
                .bson();
    }

    private static Body begun(long experiment, long project, String name, String createdDate) {
        return Body.empty()
                .with(ID, experiment)
                .with(PROJECT, project)
                .with(STATUS, ExperimentStatus.IN_PROGRESS)
                .with(NAME, name)
                .with(DESCRIPTION, "")
                .with(CREATED_DATE, createdDate);
    }

    static BsonDocument changed(BsonDocument old, ExperimentChanged event) {
        Body changed = Body.of(old);
        if (event.reopened()) changed.without(END_DATE);
        return changed.with(STATUS, event.status())
                .with(NAME, event.name())
                .with(DESCRIPTION, event.description())
                .with(END_DATE, event.endDate())
                .bson();
    }

    static BsonDocument restored(BsonDocument old, BackupRestored event) {
        return Body.of(old)
                .with(NAME, event.name())
                .with(DESCRIPTION, event.description())
                .with(STATUS, event.status())
                .without(END_DATE)
                .with(END_DATE, event.endDate())
                .with(LISTED, true)
                .bson();
    }
}
