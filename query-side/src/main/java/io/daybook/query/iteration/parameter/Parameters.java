package io.daybook.query.iteration.parameter;

import io.daybook.query.documents.Key;
import io.daybook.query.list.IdList;
import io.daybook.query.list.IdListWriter;
import io.daybook.query.view.ViewWriter;
import java.util.List;
import java.util.Set;

/** Where parameters are kept: below their experiment and their iteration, with which they go. */
public final class Parameters {

    static final String PARAMETER = "parameter";

    public static final Set<String> COLLECTIONS = Set.of(PARAMETER);

    private static final String LIST = "parameters";

    private Parameters() {}

    public static List<Object> projections(ViewWriter writer, IdListWriter lists) {
        return List.of(new ParameterProjection(writer, lists));
    }

    static IdList of(long experiment, long iteration) {
        return IdList.of(LIST, experiment, iteration);
    }

    static IdList allOf(long experiment) {
        return IdList.of(LIST, experiment);
    }

    static String key(long experiment, long iteration, long parameter) {
        return Key.under(experiment, iteration) + Key.of(parameter);
    }
}
