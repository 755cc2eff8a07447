package io.daybook.query.project;

import io.daybook.api.documents.Documents;
import io.daybook.api.project.ProjectQuery.FindProject;
import io.daybook.api.project.ProjectQuery.FindProjects;
import io.daybook.api.project.ProjectView;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.user.PermissionView;
import io.daybook.api.user.UserView;
import io.daybook.query.documents.Key;
import io.daybook.query.documents.Shelf;
import io.daybook.query.refusal.Refused;
import io.daybook.query.user.UserQueries;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;

/** Answers which projects there are. */
public final class ProjectQueries {

    private final Shelf<ProjectView> projects;
    private final UserQueries users;

    public ProjectQueries(Documents documents, UserQueries users) {
        this.projects = new Shelf<>(documents, Projects.PROJECT, ProjectDocument::view);
        this.users = users;
    }

    @QueryHandler
    ProjectView handle(FindProject query) {
        return projects.find(Key.of(query.id().value()))
                .orElseThrow(() -> Refused.query(Refusal.UNKNOWN_PROJECT, "there is no " + query.id()));
    }

    @QueryHandler
    ProjectView[] handle(FindProjects query) {
        return readable(query).toArray(ProjectView[]::new);
    }

    private List<ProjectView> readable(FindProjects query) {
        long reader = query.reader().value();
        if (users.user(reader).filter(UserView::admin).isPresent()) return projects.all();
        List<String> readable = users.permissionsOf(reader).stream()
                .filter(PermissionView::read)
                .map(row -> Key.of(row.projectId()))
                .toList();
        return projects.find(readable);
    }
}
