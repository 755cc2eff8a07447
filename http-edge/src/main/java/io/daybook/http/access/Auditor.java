package io.daybook.http.access;

import io.daybook.api.access.Place;
import io.daybook.api.access.Required;
import io.daybook.api.access.Right;
import io.daybook.api.project.ProjectId;
import io.daybook.http.refusal.Refused;
import io.daybook.http.request.PathId;
import io.daybook.http.request.QueryString;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** What reading the log takes: an admin, or the right to read the project that the query string names. */
public final class Auditor {

    private Auditor() {}

    /** A project that is none gives no rights; that it is none is said to admins. */
    public static Required required(HttpServletRequest request) {
        Optional<String> project = QueryString.of(request).find("project");
        if (project.isEmpty()) return new Required.Admin();
        try {
            return inProject(PathId.number(project.get()));
        } catch (Refused | IllegalArgumentException none) {
            return new Required.Admin();
        }
    }

    public static Required inProject(long project) {
        return new Required.InProject(Right.READ, Place.of(new ProjectId(project)));
    }
}
