package io.daybook.query.crayon;

import io.daybook.api.documents.View;
import io.daybook.query.documents.Key;
import io.daybook.query.view.ViewWriter;
import java.util.Set;

/** The collections of the view {@code crayon} and the ids in them. */
public final class CrayonCollections {

    static final String NAME = "crayon_name";
    static final String EXPERIMENT = "crayon_experiment";
    static final String OF_PROJECT = "crayon_of_project";
    static final String PROJECT_GONE = "crayon_project_gone";

    public static final View VIEW = new View("crayon", 3, Set.of(NAME, EXPERIMENT, OF_PROJECT, PROJECT_GONE));

    /** Before each name, so that all names are the ids under one prefix. */
    static final String PREFIX = "n/";

    private CrayonCollections() {}

    /** What fills the view: an object with event handlers. */
    public static Object projection(ViewWriter writer) {
        return new CrayonProjection(writer);
    }

    static String name(String name) {
        return PREFIX + name;
    }

    static String ofProject(long project, long experiment) {
        return Key.under(project) + Key.of(experiment);
    }
}
