package io.daybook.query.project;

import io.daybook.api.project.ProjectEvent.ProjectChanged;
import io.daybook.api.project.ProjectEvent.ProjectCreated;
import io.daybook.api.project.ProjectEvent.ProjectDeleted;
import io.daybook.query.documents.Key;
import io.daybook.query.view.ViewWriter;
import org.axonframework.eventhandling.EventHandler;

/** Keeps projects. What lies in one is taken away by the projection that keeps it. */
final class ProjectProjection {

    private final ViewWriter writer;

    ProjectProjection(ViewWriter writer) {
        this.writer = writer;
    }

    @EventHandler
    void on(ProjectCreated event) {
        writer.update(Projects.PROJECT, Key.of(event.projectId()), old -> ProjectDocument.of(event));
    }

    @EventHandler
    void on(ProjectChanged event) {
        writer.change(Projects.PROJECT, Key.of(event.projectId()), old -> ProjectDocument.changed(old, event));
    }

    @EventHandler
    void on(ProjectDeleted event) {
        writer.remove(Projects.PROJECT, Key.of(event.projectId()));
    }
}
