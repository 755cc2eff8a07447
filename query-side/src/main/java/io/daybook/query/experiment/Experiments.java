package io.daybook.query.experiment;

import io.daybook.query.documents.Key;
import io.daybook.query.list.IdList;
import io.daybook.query.list.IdListWriter;
import io.daybook.query.view.ViewWriter;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Where experiments are kept. One into which a backup is being written is in no list, but has a row in
 * {@code restoring}, which stays when it is deleted before it was ever listed: so its deletion, coming again, knows
 * that no list has counted it.
 */
public final class Experiments {

    static final String EXPERIMENT = "experiment";
    static final String RESTORING = "restoring";

    public static final Set<String> COLLECTIONS = Set.of(EXPERIMENT, RESTORING);

    private static final int PAGE = 200;

    private Experiments() {}

    public static List<Object> projections(ViewWriter writer, IdListWriter lists) {
        return List.of(new ExperimentProjection(writer, lists));
    }

    /** Whether the experiment is there, listed or not: what raced its deletion is none of ours. */
    public static boolean knows(ViewWriter writer, long experiment) {
        return writer.get(EXPERIMENT, Key.of(experiment)).isPresent();
    }

    /** Everything of a project that has to go with it, and perhaps more. */
    public static void forEachOf(long project, ViewWriter writer, IdListWriter lists, LongConsumer action) {
        lists.forEach(listed(project), action);
        writer.forEachUnder(RESTORING, Key.under(project), PAGE, row -> action.accept(Key.numbers(row)[1]));
    }

    static IdList listed(long project) {
        return IdList.of("experiments", project);
    }

    static String restoring(long project, long experiment) {
        return Key.under(project) + Key.of(experiment);
    }
}
