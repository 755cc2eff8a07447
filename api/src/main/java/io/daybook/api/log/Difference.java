package io.daybook.api.log;

import io.daybook.api.series.SeriesView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is not the same at two moments. */
public sealed interface Difference {

    /** At least one is there. Null means that it was not there then. */
    record OfThing(@Nullable Shown before, @Nullable Shown after) implements Difference {}

    /** Points of a series; 0 when it was not there. */
    record OfSeries(long iteration, SeriesView.Kind kind, String key, long before, long after) implements Difference {}

    /**
     * A thing as it is shown.
     *
     * @param view as queries answer with it
     * @param tags the words on its tags, in the order of their attachment; null for what bears none
     */
    record Shown(Object view, @Nullable List<String> tags) {}
}
