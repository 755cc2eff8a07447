package io.daybook.query.project;

import io.daybook.query.documents.Key;
import io.daybook.query.view.ViewWriter;
import java.util.List;
import java.util.Set;

/** Where projects are kept. */
public final class Projects {

    static final String PROJECT = "project";

    public static final Set<String> COLLECTIONS = Set.of(PROJECT);

    private Projects() {}

    public static List<Object> projections(ViewWriter writer) {
        return List.of(new ProjectProjection(writer));
    }

    /** Whether the project is there: what raced its deletion is none of ours. */
    public static boolean knows(ViewWriter writer, long project) {
        return writer.get(PROJECT, Key.of(project)).isPresent();
    }
}
