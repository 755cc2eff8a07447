package io.daybook.query.access;

import io.daybook.api.documents.View;
import io.daybook.query.documents.Key;
import io.daybook.query.list.IdList;
import io.daybook.query.list.ListCollections;
import io.daybook.query.view.ViewWriter;
import java.util.List;
import java.util.Set;

/** The collections of the view {@code access} and the ids in them. It is small, so that nobody waits for it. */
public final class AccessView {

    static final String USER = "access_user";
    static final String ROW = "access_row";
    static final String ROW_OF_PROJECT = "access_row_of_project";
    static final String PROJECT = "access_project";
    static final String EXPERIMENT = "access_experiment";
    static final String ITERATION = "access_iteration";
    static final String RESOURCE = "access_resource";
    static final String MODEL = "access_model";
    static final String RESERVED = "access_reserved";
    static final ListCollections LISTS = ListCollections.of("access");

    public static final View VIEW = new View(
            "access",
            1,
            Set.of(
                    USER,
                    ROW,
                    ROW_OF_PROJECT,
                    PROJECT,
                    EXPERIMENT,
                    ITERATION,
                    RESOURCE,
                    MODEL,
                    RESERVED,
                    LISTS.block(),
                    LISTS.directory()));

    /** The one document of {@link #RESERVED}, and the claim that it follows. */
    static final String CRAYON = "reserved:crayon";

    private AccessView() {}

    /** What fills the view. */
    public static List<Object> projections(ViewWriter writer) {
        return List.of(new OwnerProjection(writer), new RightsProjection(writer));
    }

    static String row(long user, long project) {
        return Key.under(user) + Key.of(project);
    }

    static String rowOfProject(long project, long user) {
        return Key.under(project) + Key.of(user);
    }

    static IdList experiments(long project) {
        return IdList.of("experiments", project);
    }

    static IdList models(long project) {
        return IdList.of("models", project);
    }

    static IdList iterations(long experiment) {
        return IdList.of("iterations", experiment);
    }

    static IdList resources(long experiment) {
        return IdList.of("resources", experiment);
    }
}
