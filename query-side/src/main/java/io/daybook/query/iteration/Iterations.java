package io.daybook.query.iteration;

import io.daybook.query.documents.Fields;
import io.daybook.query.documents.Key;
import io.daybook.query.list.IdList;
import io.daybook.query.list.IdListWriter;
import io.daybook.query.view.ViewWriter;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Where iterations are kept; the texts of their environments apart, since they are long and rarely looked at. */
public final class Iterations {

    static final String ITERATION = "iteration";
    static final String ENVIRONMENT = "environment";

    public static final Set<String> COLLECTIONS = Set.of(ITERATION, ENVIRONMENT);

    private Iterations() {}

    public static List<Object> projections(ViewWriter writer, IdListWriter lists) {
        return List.of(new IterationProjection(writer, lists));
    }

    /** The experiment of an iteration that is there: what raced its deletion is none of ours. */
    public static OptionalLong experimentOf(ViewWriter writer, long iteration) {
        return writer.get(ITERATION, Key.of(iteration)).stream()
                .mapToLong(stored -> IterationDocument.experiment(Fields.of(stored)))
                .findAny();
    }

    static IdList of(long experiment) {
        return IdList.of("iterations", experiment);
    }

    static IdList children(long experiment, long parent) {
        return IdList.of("children", experiment, parent);
    }

    static IdList allChildren(long experiment) {
        return IdList.of("children", experiment);
    }
}
