package io.daybook.server.tracking.route;

import java.util.ArrayList;
import java.util.List;

/** What a field of a body may hold, and some of what it may not. */
enum Kind {
    /** May be empty. */
    TEXT("\"x\"", Wrong.TEXT),
    NAME("\"x\"", Wrong.TEXT, "\"\""),
    DATE(
            "\"2026-02-11T10:00\"",
            Wrong.TEXT,
            "\"\"",
            "\"soon\"",
            "\"2026-13-01\"",
            "\"2026-02-30\"",
            "\"2026-02-11 10:00\""),
    FLAG("true", Wrong.ALL, "1", "0", "\"true\"", "\"\""),
    WHOLE("3", Wrong.WHOLE),
    /** One of an enumeration's numbers. */
    CODE("1", Wrong.WHOLE, "0", "-1", "5", "9223372036854775807"),
    ITERATION("", Wrong.WHOLE, "0", "-1", "9223372036854775807"),
    RESOURCE("null", Wrong.WHOLE, "0", "-1"),
    /** What is not finite is a number here. */
    NUMBER("0.5", Wrong.ALL, "\"1\"", "\"\"", "\"nan\"", "true", "1e999", "-1e999"),
    LIST("[]", Wrong.ALL, "1", "\"\"", "true", "[1]", "[null]", "[[]]", "[\"x\"]");

    private final String sample;
    private final List<String> wrong;

    Kind(String sample, List<String> wrong, String... more) {
        this.sample = sample;
        this.wrong = new ArrayList<>(wrong);
        this.wrong.addAll(List.of(more));
    }

    String sample(Things things) {
        return this == ITERATION ? String.valueOf(things.of("iteration")) : sample;
    }

    /** Also values of types that are not its own. */
    List<String> wrong() {
        List<String> all = new ArrayList<>(wrong);
        if (this != LIST) all.add("[]");
        return all;
    }

    private interface Wrong {
        List<String> ALL = List.of("{}", "{\"x\":1}", "NaNny", "1".repeat(2000));
        List<String> TEXT =
                List.of("1", "true", "{}", "[\"x\"]", "1e999", "NaN", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00x\"");
        List<String> WHOLE = List.of(
                "\"1\"",
                "true",
                "{}",
                "[1]",
                "1.5",
                "NaN",
                "-Infinity",
                "1e999",
                "1e19",
                "9223372036854775808",
                "-9223372036854775809",
                "1e-400",
                "1".repeat(200));
    }
}
