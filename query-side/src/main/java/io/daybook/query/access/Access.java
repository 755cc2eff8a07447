package io.daybook.query.access;

import io.daybook.api.access.Place;
import io.daybook.api.access.Required;
import io.daybook.api.access.Required.Admin;
import io.daybook.api.access.Required.InProject;
import io.daybook.api.access.Required.Self;
import io.daybook.api.access.Required.Signed;
import io.daybook.api.access.Right;
import io.daybook.api.documents.Documents;
import io.daybook.api.project.Rights;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.user.UserId;
import io.daybook.query.documents.Fields;
import io.daybook.query.documents.Key;
import io.daybook.query.documents.Shelf;
import io.daybook.query.refusal.Refused;
import java.util.OptionalLong;

/** Whether somebody has what is required, as far as the view knows. An admin has it always. */
final class Access {

    private final Documents documents;
    private final Shelf<Boolean> admins;
    private final Shelf<Rights> rows;

    Access(Documents documents) {
        this.documents = documents;
        this.admins = new Shelf<>(documents, AccessView.USER, stored -> stored.flag("admin"));
        this.rows = new Shelf<>(documents, AccessView.ROW, Access::rights);
    }

    /** @throws org.axonframework.queryhandling.QueryExecutionException with the refusals of FindAccess */
    void check(UserId caller, Required required) {
        boolean admin = admins.find(Key.of(caller.value()))
                .orElseThrow(() -> Refused.query(Refusal.CALLER_GONE, caller + " does not exist any more"));
        if (admin) return;
        switch (required) {
            case Signed any -> {}
            case Admin no -> throw Refused.query(Refusal.ADMIN_REQUIRED, caller + " is not an admin");
            case Self self -> {
                if (!self.user().equals(caller)) {
                    throw Refused.query(Refusal.SAME_USER_REQUIRED, caller + " is not " + self.user());
                }
            }
            case InProject inProject -> check(caller, inProject.right(), inProject.place());
        }
    }

    private void check(UserId caller, Right right, Place place) {
        OptionalLong project = projectOf(place);
        if (project.isEmpty() && place.kind() != Place.Kind.CRAYON) {
            throw Refused.query(Refusal.OWNER_NOT_FOUND, "no project has " + place.kind() + " " + place.id());
        }
        if (project.isEmpty() || !allowed(caller, right, project.getAsLong())) {
            throw Refused.query(
                    Refusal.PROJECT_PERMISSION_REQUIRED, caller + " has no right to " + right + " in the project");
        }
    }

    private boolean allowed(UserId caller, Right right, long project) {
        return rows.find(AccessView.row(caller.value(), project))
                .filter(row -> right.in(row))
                .isPresent();
    }

    /** A project is not asked whether it exists: nobody has a row in one that does not. */
    private OptionalLong projectOf(Place place) {
        String id = Key.of(place.id());
        return switch (place.kind()) {
            case PROJECT -> OptionalLong.of(place.id());
            case EXPERIMENT -> owner(AccessView.EXPERIMENT, id);
            case ITERATION -> owner(AccessView.ITERATION, id);
            case RESOURCE -> owner(AccessView.RESOURCE, id);
            case MODEL -> owner(AccessView.MODEL, id);
            case CRAYON -> owner(AccessView.RESERVED, AccessView.CRAYON);
        };
    }

    private OptionalLong owner(String collection, String id) {
        return new Shelf<>(documents, collection, stored -> stored.number("project"))
                .find(id).stream().mapToLong(Long::longValue).findAny();
    }

    private static Rights rights(Fields row) {
        return new Rights(row.flag("create"), row.flag("read"), row.flag("update"), row.flag("delete"));
    }
}
