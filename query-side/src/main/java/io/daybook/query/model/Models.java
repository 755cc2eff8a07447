package io.daybook.query.model;

import io.daybook.api.model.ModelVersionId;
import io.daybook.query.documents.Key;
import io.daybook.query.list.IdList;
import io.daybook.query.list.IdListWriter;
import io.daybook.query.view.ViewWriter;
import java.util.List;
import java.util.Set;

/** Where models are kept, and their versions below them. */
public final class Models {

    static final String MODEL = "model";
    static final String VERSION = "model_version";

    public static final Set<String> COLLECTIONS = Set.of(MODEL, VERSION);

    private Models() {}

    public static List<Object> projections(ViewWriter writer, IdListWriter lists) {
        return List.of(new ModelProjection(writer, lists));
    }

    static IdList of(long project) {
        return IdList.of("models", project);
    }

    static IdList versions(long model) {
        return IdList.of("versions", model);
    }

    static String version(long version) {
        return Key.under(new ModelVersionId(version).model().value()) + Key.of(version);
    }
}
