package io.daybook.http.docs;

import io.swagger.v3.oas.models.parameters.Parameter;

/** What a request may say beside its path and its body. */
public enum Input {
    LIMIT(
            "query",
            "limit",
            false,
            "How many items at most. No value is wrong: what is no number counts as 50, more than 200 as 200.",
            "{'type':'integer','minimum':0,'maximum':200,'default':50}"),
    OFFSET(
            "query",
            "offset",
            false,
            "How many items to pass over. No value is wrong: what is no number counts as 0.",
            "{'type':'integer','format':'int64','minimum':0,'default':0}"),
    CONSISTENCY(
            "query",
            "consistency",
            false,
            "`eventual`: answer at once with what is there, and wait for nothing.",
            "{'type':'string','enum':['eventual']}"),
    PARENT_ITERATION(
            "query",
            "parent_iteration_id",
            false,
            "An iteration of the same experiment.",
            "{'type':'integer','format':'int64','minimum':1}"),
    XP("query", "xp", true, "The experiment's name.", Texts.NAME),
    XP_IF_ANY("query", "xp", false, "The experiment's name; left out for the list of all.", Texts.NAME),
    NAME("query", "name", true, "The series' name.", "{'type':'string','minLength':1}"),
    TO_BUILD(
            "query",
            "tobuild",
            true,
            "`1` or `true`: the body holds values, and the histogram is made of them; otherwise it holds the histogram.",
            "{'type':'string','minLength':1,'examples':['true','false']}"),
    FORCE(
            "query",
            "force",
            true,
            "`1` or `true`, in capitals or not: what is there under that name may be replaced.",
            "{'type':'string','pattern':'^(1|[Tt][Rr][Uu][Ee])$','examples':['1']}"),
    POSITION(
            "header",
            "Daybook-Position",
            false,
            "Answer when the view has reached this position of the log. Without it an answer reflects every write that was"
                    + " acknowledged before.",
            "{'type':'integer','format':'int64','minimum':0,'maximum':999999999999999999}"),
    KEY(
            "header",
            "Idempotency-Key",
            false,
            "A request that is sent again under the same key within a day is answered as it was, and writes nothing.",
            "{'type':'string','pattern':'^[!-~]([ -~]{0,126}[!-~])?$'}"),
    REQUEST_ID(
            "header",
            "X-Request-Id",
            false,
            "Comes back in the answer, and is kept with what the request writes.",
            "{'type':'string','pattern':'^[!-~]([ -~]{0,126}[!-~])?$'}");

    private final String place;
    private final String name;
    private final boolean required;
    private final String description;
    private final String schema;

    Input(String place, String name, boolean required, String description, String schema) {
        this.place = place;
        this.name = name;
        this.required = required;
        this.description = description;
        this.schema = schema;
    }

    Parameter parameter() {
        return new Parameter()
                .in(place)
                .name(name)
                .required(required)
                .description(description)
                .schema(Shapes.parse(schema.replace('\'', '"')));
    }

    /** Constants of an enum cannot refer to constants that follow on them. */
    private interface Texts {
        String NAME = "{'type':'string','minLength':1,'maxLength':16384}";
    }
}
