package io.daybook.query.project;

import io.daybook.api.project.ProjectEvent.ProjectChanged;
import io.daybook.api.project.ProjectEvent.ProjectCreated;
import io.daybook.api.project.ProjectView;
import io.daybook.query.documents.Body;
import io.daybook.query.documents.Fields;
import org.bson.BsonDocument;

/** A project as stored. */
final class ProjectDocument {

    private static final String NAME = "name";
    private static final String DESCRIPTION = "description";

    private ProjectDocument() {}

    static ProjectView view(Fields project) {
        return new ProjectView(
                project.number("id"), project.text(NAME), project.text(DESCRIPTION), project.text("created_date"));
    }

    static BsonDocument of(ProjectCreated event) {
        return Body.empty()
                .with("id", event.projectId())
                .with(NAME, event.name())
                .with(DESCRIPTION, "")
                .with("created_date", event.createdDate())
                .bson();
    }

    static BsonDocument changed(BsonDocument old, ProjectChanged event) {
        return Body.of(old)
                .with(NAME, event.name())
                .with(DESCRIPTION, event.description())
                .bson();
    }
}
