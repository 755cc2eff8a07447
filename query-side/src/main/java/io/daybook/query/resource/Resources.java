package io.daybook.query.resource;

import io.daybook.query.list.IdList;
import io.daybook.query.list.IdListWriter;
import io.daybook.query.view.ViewWriter;
import java.util.List;
import java.util.Set;

/** Where resources are kept. */
public final class Resources {

    static final String RESOURCE = "resource";

    public static final Set<String> COLLECTIONS = Set.of(RESOURCE);

    private Resources() {}

    public static List<Object> projections(ViewWriter writer, IdListWriter lists) {
        return List.of(new ResourceProjection(writer, lists));
    }

    static IdList of(long experiment) {
        return IdList.of("resources", experiment);
    }
}
