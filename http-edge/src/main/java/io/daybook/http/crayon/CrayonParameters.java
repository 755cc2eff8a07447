package io.daybook.http.crayon;

import io.daybook.api.crayon.CrayonName;
import io.daybook.http.refusal.BadRequest;
import io.daybook.http.request.QueryString;
import jakarta.servlet.http.HttpServletRequest;

/** The query parameters of Crayon's routes. */
public record CrayonParameters(QueryString query) {

    public static CrayonParameters of(HttpServletRequest request) {
        return new CrayonParameters(QueryString.of(request));
    }

    /** The experiment's name. */
    public CrayonName experiment() {
        return named(query.required("xp"));
    }

    /** The series' name. */
    String key() {
        return query.required("name");
    }

    /** Whether a parameter that must be there says yes. */
    public boolean yes(String parameter) {
        String value = query.required(parameter);
        return value.equals("1") || value.equalsIgnoreCase("true");
    }

    static CrayonName named(String name) {
        try {
            return new CrayonName(name);
        } catch (IllegalArgumentException none) {
            throw new BadRequest(String.valueOf(none.getMessage()));
        }
    }
}
