package io.daybook.query.past;

import io.daybook.api.iteration.IterationId;
import io.daybook.api.log.Difference;
import io.daybook.api.series.SeriesQuery.FindSeries;
import io.daybook.api.series.SeriesView;
import io.daybook.query.past.Both.Pair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Compares how many points the series of an iteration have. */
final class SeriesWalk {

    private final Both both;
    private final Consumer<Difference> found;

    private record Name(SeriesView.Kind kind, String key) {}

    SeriesWalk(Both both, Consumer<Difference> found) {
        this.both = both;
        this.found = found;
    }

    /** Those of after in their order, and then those that are gone. */
    void compare(IterationId iteration) {
        Pair<List<SeriesView>> series = both.both(new FindSeries(iteration), SeriesView.class);
        Map<Name, Long> before = counts(series.before());
        Map<Name, Long> after = counts(series.after());
        before.keySet().forEach(name -> after.putIfAbsent(name, 0L));
        after.forEach((name, count) -> {
            long earlier = before.getOrDefault(name, 0L);
            if (earlier == count) return;
            found.accept(new Difference.OfSeries(iteration.value(), name.kind(), name.key(), earlier, count));
        });
    }

    private static Map<Name, Long> counts(@Nullable List<SeriesView> all) {
        Map<Name, Long> counts = new LinkedHashMap<>();
        if (all == null) return counts;
        for (SeriesView series : all) counts.put(new Name(series.kind(), series.key()), series.count());
        return counts;
    }
}
