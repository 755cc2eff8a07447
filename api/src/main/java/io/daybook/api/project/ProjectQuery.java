package io.daybook.api.project;

import io.daybook.api.user.UserId;

public sealed interface ProjectQuery {

    /** A {@link ProjectView}; refused with UNKNOWN_PROJECT. */
    record FindProject(ProjectId id) implements ProjectQuery {}

    /** The projects that a user may read, all of them for an admin: a list of {@link ProjectView} by id. */
    record FindProjects(UserId reader) implements ProjectQuery {}

    /** All permission rows of a project: a list of {@link io.daybook.api.user.PermissionView} by id. */
    record FindMembers(ProjectId id) implements ProjectQuery {}

    /** A {@link io.daybook.api.user.PermissionView}; refused with UNKNOWN_PERMISSION. */
    record FindPermission(UserId user, ProjectId project) implements ProjectQuery {}
}
