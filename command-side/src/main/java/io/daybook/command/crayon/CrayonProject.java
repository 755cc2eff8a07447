package io.daybook.command.crayon;

import io.daybook.api.project.ProjectId;
import io.daybook.api.user.UserId;
import io.daybook.command.claim.Claim;
import io.daybook.command.project.Project;
import java.util.Optional;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** The reserved project that holds all Crayon experiments: created on first use, found by a claim and not by its name. */
public final class CrayonProject {

    private final CrayonDirectory directory;
    private final Repository<Claim> claims;
    private final Repository<Project> projects;

    public CrayonProject(CrayonDirectory directory, Repository<Claim> claims, Repository<Project> projects) {
        this.directory = directory;
        this.claims = claims;
        this.projects = projects;
    }

    /** Its id; within the unit of work at hand it is created when it is not there. */
    public ProjectId getOrCreate(ProjectId fresh, String name, String createdDate) throws Exception {
        Optional<ProjectId> known = directory.project();
        return known.isPresent() ? known.get() : create(fresh, name, createdDate);
    }

    /** The claim's lock lets one of several first users through; the others find the project afterwards. */
    private ProjectId create(ProjectId fresh, String name, String createdDate) throws Exception {
        Aggregate<Claim> claim = claims.loadOrCreate(CrayonDirectory.PROJECT_CLAIM, Claim::new);
        Optional<String> holder = claim.invoke(Claim::holder);
        if (holder.isPresent()) return CrayonDirectory.projectOf(holder.get());
        projects.newInstance(() -> new Project(fresh, name, createdDate, UserId.DEFAULT));
        claim.execute(it -> it.give(fresh.value(), CrayonDirectory.PROJECT_CLAIM, fresh.toString()));
        return fresh;
    }
}
