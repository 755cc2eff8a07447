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
    AS_OF(
            "query",
            "asOf",
            false,
            "Answer as it was at this position of the log, or at this UTC instant.",
            Texts.MOMENT),
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
    SERIES_KEY("query", "key", true, "The series' name.", "{'type':'string','minLength':1}"),
    FROM_STEP("query", "from_step", false, "No point before this step.", "{'type':'integer','format':'int64'}"),
    TO_STEP("query", "to_step", false, "No point after this step.", "{'type':'integer','format':'int64'}"),
    POINTS(
            "query",
            "points",
            false,
            "So many points at most, which show what the series looks like; more than 10,000 count as 10,000.",
            "{'type':'integer','format':'int32','minimum':2}"),
    ITERATIONS(
            "query",
            "iterations",
            true,
            "Ids, separated by commas.",
            "{'type':'string','pattern':'^[0-9]{1,18}(,[0-9]{1,18}){0,99}$'}"),
    AUDIT_PROJECT(
            "query", "project", false, "Only what belongs to this project.", "{'type':'integer','format':'int64'}"),
    AFTER("query", "after", false, "Only events above this position.", Texts.PLACE),
    FROM("query", "from", false, "Not before this position or UTC instant.", Texts.MOMENT),
    TO("query", "to", false, "Not after this position or UTC instant.", Texts.MOMENT),
    DIFF_FROM(
            "query",
            "from",
            false,
            "The earlier moment: a position, or a UTC instant, which means the last position not after it. Left out: the empty log.",
            Texts.MOMENT),
    DIFF_TO("query", "to", false, "The later moment, likewise. Left out: now.", Texts.MOMENT),
    AGGREGATE("query", "aggregate", false, "Only events of this thing, such as `iteration-7`.", "{'type':'string'}"),
    ACTOR("query", "actor", false, "Only what this user did.", "{'type':'integer','format':'int64'}"),
    EVENT_TYPE("query", "type", false, "Only events of this type; may be there several times.", "{'type':'string'}"),
    VIA("query", "via", false, "Only what came through this door, such as `tracking`.", "{'type':'string'}"),
    AUDIT_LIMIT(
            "query",
            "limit",
            false,
            "How many events at most; more than 1,000 count as 1,000.",
            "{'type':'integer','format':'int32','minimum':1,'default':100}"),
    REBUILD_MODE(
            "query",
            "mode",
            true,
            "`replace`: what was rebuilt is put in place. `verify`: it is compared, and thrown away.",
            "{'type':'string','enum':['replace','verify']}"),
    BACKUP_AFTER(
            "query",
            "after",
            false,
            "Only events above this position: an increment, for a server that stands there.",
            Texts.PLACE),
    UP_TO("query", "upTo", false, "No event above this position; left out for all.", Texts.PLACE),
    LAST_EVENT("header", "Last-Event-ID", false, "The stream goes on behind this position.", Texts.PLACE),
    RANGE("header", "Range", false, "Which of the bytes.", "{'type':'string','examples':['bytes=0-99','bytes=100-']}"),
    IF_NONE_MATCH("header", "If-None-Match", false, "Entity tags that are known already.", "{'type':'string'}"),
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
        String PLACE = "{'type':'integer','format':'int64','minimum':0,'maximum':999999999999999999}";
        String MOMENT = "{'type':'string','examples':['1','2026-06-23T13:07:27.104Z']}";
    }
}
