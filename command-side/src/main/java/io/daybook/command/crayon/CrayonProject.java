package io.daybook.command.crayon;

import io.daybook.api.project.ProjectId;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.user.UserId;
import io.daybook.command.bus.Refuse;
import io.daybook.command.claim.Claim;
import io.daybook.command.experiment.Containers;
import io.daybook.command.project.Project;
import java.util.Optional;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** The reserved project that holds all Crayon experiments: created on first use, found by a claim and not by its name. */
public final class CrayonProject {

    private final CrayonDirectory directory;
    private final Repository<Claim> claims;
    private final Repository<Project> projects;
    private final Containers containers;

    public CrayonProject(
            CrayonDirectory directory, Repository<Claim> claims, Repository<Project> projects, Containers containers) {
        this.directory = directory;
        this.claims = claims;
        this.projects = projects;
        this.containers = containers;
    }

    /** Its id; within the unit of work at hand it is created when it is not there. */
    public ProjectId getOrCreate(ProjectId fresh, String name, String createdDate) throws Exception {
        Optional<ProjectId> known = directory.project();
        return known.isPresent() ? known.get() : create(fresh, name, createdDate);
    }

    /** The claim's lock lets one of several first users through; the others find the project afterwards. */
    private ProjectId create(ProjectId fresh, String name, String createdDate) throws Exception {
        Aggregate<Claim> claim = claims.loadOrCreate(CrayonDirectory.PROJECT_CLAIM, Claim::new);
        Optional<ProjectId> holder = claim.invoke(Claim::holder)
                .map(CrayonDirectory::projectOf)
                .filter(project -> !containers.projectIsGone(project.value()));
        if (holder.isPresent()) return holder.get();
        refuseUnlessFresh(fresh);
        projects.newInstance(() -> new Project(fresh, name, createdDate, UserId.DEFAULT));
        claim.execute(it -> it.give(fresh.value(), CrayonDirectory.PROJECT_CLAIM, fresh.toString()));
        return fresh;
    }

    /** Whoever asked while the project was there brings no id for another one. */
    private void refuseUnlessFresh(ProjectId fresh) {
        if (containers.projectIsGone(fresh.value()) || containers.projectIsThere(fresh.value())) {
            throw Refuse.command(Refusal.OVERLOADED, "the reserved project was deleted at the same moment; try again");
        }
    }
}
