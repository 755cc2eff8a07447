package io.daybook.command.project;

import io.daybook.api.project.PermissionId;
import io.daybook.api.project.ProjectCommand.ChangeRights;
import io.daybook.api.project.ProjectCommand.CreateProject;
import io.daybook.api.project.ProjectCommand.GrantRights;
import io.daybook.api.project.ProjectCommand.RevokeRights;
import io.daybook.api.project.Rights;
import io.daybook.api.refusal.Refusal;
import io.daybook.command.access.Accounts;
import io.daybook.command.bus.Refuse;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** Projects begin here; and their permission rows, which go with their users, are granted and revoked. */
public final class ProjectCommands {

    private final Repository<Project> projects;
    private final Accounts accounts;

    public ProjectCommands(Repository<Project> projects, Accounts accounts) {
        this.projects = projects;
        this.accounts = accounts;
    }

    @CommandHandler
    void handle(CreateProject command) throws Exception {
        Refuse.emptyName(command.name());
        projects.newInstance(() -> new Project(command.id(), command.name(), command.createdDate(), command.creator()));
    }

    @CommandHandler
    Long handle(GrantRights command) {
        Aggregate<Project> project = projects.load(command.id().toString());
        if (!accounts.isThere(command.user().value())) {
            throw Refuse.command(Refusal.UNKNOWN_USER, "there is no " + command.user());
        }
        return project.invoke(it -> it.grant(command.user(), command.rights())).value();
    }

    @CommandHandler
    void handle(ChangeRights command) {
        PermissionId permission = command.permission();
        Aggregate<Project> project = load(permission);
        PermissionRows.Row row = row(project, permission);
        Rights next = new Rights(
                either(command.create(), row.rights().create()),
                either(command.read(), row.rights().read()),
                either(command.update(), row.rights().update()),
                either(command.delete(), row.rights().delete()));
        project.execute(it -> it.change(permission, row, next));
    }

    @CommandHandler
    void handle(RevokeRights command) {
        PermissionId permission = command.permission();
        Aggregate<Project> project = load(permission);
        PermissionRows.Row row = row(project, permission);
        project.execute(it -> it.revoke(permission, row));
    }

    /** The rows of a project that is gone are gone with it. */
    private Aggregate<Project> load(PermissionId permission) {
        try {
            return projects.load(permission.project().toString());
        } catch (AggregateNotFoundException missing) {
            throw unknown(permission);
        }
    }

    private PermissionRows.Row row(Aggregate<Project> project, PermissionId permission) {
        return project.invoke(it -> it.rows().find(permission))
                .filter(row -> accounts.isThere(row.user()))
                .orElseThrow(() -> unknown(permission));
    }

    private static RuntimeException unknown(PermissionId permission) {
        return Refuse.command(Refusal.UNKNOWN_PERMISSION, "there is no permission row " + permission.value());
    }

    private static boolean either(@Nullable Boolean wanted, boolean stored) {
        return wanted == null ? stored : wanted;
    }
}
