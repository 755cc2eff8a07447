package io.daybook.query.crayon;

import io.daybook.api.crayon.CrayonName;
import io.daybook.api.documents.Documents;
import io.daybook.api.documents.View;
import io.daybook.api.iteration.IterationId;
import io.daybook.query.documents.Key;
import io.daybook.query.view.ViewWriter;
import java.util.Optional;
import java.util.Set;
import org.bson.RawBsonDocument;

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

    /** The iteration that a name leads to. */
    public static Optional<IterationId> iterationOf(Documents documents, CrayonName name) {
        return documents
                .get(NAME, name(name.value()))
                .map(document -> CrayonDocument.in(new RawBsonDocument(document.body())))
                .map(found -> new IterationId(found.iteration()));
    }

    static String name(String name) {
        return PREFIX + name;
    }

    static String ofProject(long project, long experiment) {
        return Key.under(project) + Key.of(experiment);
    }
}
