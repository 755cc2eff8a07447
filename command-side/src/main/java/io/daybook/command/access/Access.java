package io.daybook.command.access;

import io.daybook.api.access.Place;
import io.daybook.api.access.Required;
import io.daybook.api.access.Right;
import io.daybook.api.project.ProjectId;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.refusal.RefusalDetails;
import io.daybook.api.user.UserId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether somebody has what is required. The one place that decides it, for requests and for commands. */
public final class Access {

    private final RightsTable rights;
    private final Owners owners;
    private final Supplier<Optional<ProjectId>> crayonProject;

    /** @param crayonProject the reserved project of the Crayon protocol, when there is one */
    public Access(RightsTable rights, Owners owners, Supplier<Optional<ProjectId>> crayonProject) {
        this.rights = rights;
        this.owners = owners;
        this.crayonProject = crayonProject;
    }

    /** What stands against it; nothing ever does for an admin. */
    Optional<RefusalDetails> refusal(Account account, Required required) {
        if (account.admin()) return Optional.empty();
        UserId user = account.user();
        return switch (required) {
            case Required.Signed signed -> Optional.empty();
            case Required.Admin admin -> because(Refusal.ADMIN_REQUIRED, "only an admin may do that");
            case Required.Self(UserId about) ->
                about.equals(user)
                        ? Optional.empty()
                        : because(Refusal.SAME_USER_REQUIRED, "only " + about + " and admins may do that");
            case Required.InProject(Right right, Place place) -> inProject(user, right, place);
        };
    }

    private Optional<RefusalDetails> inProject(UserId user, Right right, Place place) {
        Optional<Long> project = projectOf(place);
        if (project.isPresent() && rights.allow(project.get(), user.value(), right)) return Optional.empty();
        if (project.isEmpty() && place.kind() != Place.Kind.CRAYON) {
            return because(Refusal.OWNER_NOT_FOUND, "there is no " + aggregateId(place));
        }
        return because(
                Refusal.PROJECT_PERMISSION_REQUIRED,
                user + " has no permission to " + right.name().toLowerCase(Locale.ROOT) + " in the project");
    }

    private Optional<Long> projectOf(Place place) {
        return switch (place.kind()) {
            case PROJECT -> Optional.of(place.id());
            case CRAYON -> crayonProject.get().map(ProjectId::value);
            case EXPERIMENT, ITERATION, RESOURCE, MODEL ->
                owners.of(aggregateId(place)).map(Owner::project);
        };
    }

    private static String aggregateId(Place place) {
        return place.kind().name().toLowerCase(Locale.ROOT) + "-" + place.id();
    }

    private static Optional<RefusalDetails> because(Refusal refusal, String message) {
        return Optional.of(new RefusalDetails(refusal, message));
    }
}
