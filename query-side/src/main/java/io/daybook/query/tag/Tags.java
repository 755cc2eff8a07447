package io.daybook.query.tag;

import io.daybook.query.list.IdListWriter;
import io.daybook.query.view.ViewWriter;
import java.util.List;
import java.util.Set;

/** Where tags are kept, and their associations twice: under the bearer and under the tag. */
public final class Tags {

    static final String TAG = "tag";
    static final String OF_BEARER = "tag_of_bearer";
    static final String BEARER = "bearer_of_tag";

    public static final Set<String> COLLECTIONS = Set.of(TAG, OF_BEARER, BEARER);

    private Tags() {}

    public static List<Object> projections(ViewWriter writer, IdListWriter lists) {
        return List.of(new TagProjection(writer), new AssociationProjection(writer, lists));
    }
}
