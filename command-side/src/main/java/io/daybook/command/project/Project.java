package io.daybook.command.project;

import io.daybook.api.project.ProjectEvent;
import io.daybook.api.project.ProjectEvent.ProjectCreated;
import io.daybook.api.project.ProjectEvent.RightsGranted;
import io.daybook.api.project.ProjectId;
import io.daybook.api.user.UserId;
import io.daybook.command.bus.Log;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** What experiments belong to, and who may do what in it. */
@AggregateRoot(type = "project")
public class Project {

    /** Permission rows are numbered within their project: {@code permission = project * 2^20 + n}. */
    private static final int ROW_BITS = 20;

    @AggregateIdentifier
    private @Nullable String id;

    Project() {}

    /** A new project; its creator gets a row that lets them read. */
    public Project(ProjectId id, String name, String createdDate, UserId creator) {
        Log.append(id.value(), new ProjectCreated(id.value(), name, createdDate));
        long row = (id.value() << ROW_BITS) + 1;
        Log.append(id.value(), new RightsGranted(row, id.value(), creator.value(), false, true, false, false));
    }

    @EventSourcingHandler
    void on(ProjectEvent event) {
        switch (event) {
            case ProjectCreated created -> id = "project-" + created.projectId();
            default -> {}
        }
    }
}
