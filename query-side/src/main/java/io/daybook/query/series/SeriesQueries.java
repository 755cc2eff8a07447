package io.daybook.query.series;

import io.daybook.api.documents.Documents;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.series.ScalarColumns;
import io.daybook.api.series.SeriesQuery.FindScalars;
import io.daybook.api.series.SeriesQuery.FindSeries;
import io.daybook.api.series.SeriesQuery.FindThinnedScalars;
import io.daybook.api.series.SeriesView;
import io.daybook.api.series.ThinnedScalars;
import io.daybook.query.iteration.SeriesChunks;
import io.daybook.query.iteration.SeriesKind;
import io.daybook.query.iteration.SeriesReader;
import io.daybook.query.iteration.chunk.Statistics;
import io.daybook.query.refusal.Refused;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Answers what is asked of series. An iteration that is known after the reading was there all the time. */
public final class SeriesQueries {

    /** A reading that a correction went through is tried again, but not for ever. */
    private static final int TRIES = 8;

    private final SeriesReader series;
    private final Predicate<IterationId> hidden;

    /** @param hidden iterations that show nothing yet, though their points are there */
    public SeriesQueries(Documents documents, Predicate<IterationId> hidden) {
        this.series = new SeriesReader(documents);
        this.hidden = hidden;
    }

    private record Placed(String place, SeriesView view) {}

    @QueryHandler
    SeriesView[] handle(FindSeries query) {
        SeriesView[] found = Stream.of(SeriesKind.values())
                .flatMap(kind -> series.all(query.iteration(), kind).stream()
                        .map(known -> new Placed(known.place(), view(kind, known))))
                .sorted(Comparator.comparing(Placed::place))
                .map(Placed::view)
                .toArray(SeriesView[]::new);
        requireShown(query.iteration());
        return found;
    }

    @QueryHandler
    ScalarColumns handle(FindScalars query) {
        return shown(query.iteration(), query.key(), iteration -> series.scalars(
                        iteration, query.key(), query.from(), query.limit())
                .map(page -> new ScalarColumns(page.count(), page.from(), page.step(), page.wallTime(), page.value())));
    }

    @QueryHandler
    ThinnedScalars handle(FindThinnedScalars query) {
        return shown(query.iteration(), query.key(), iteration -> thinned(query));
    }

    private Optional<ThinnedScalars> thinned(FindThinnedScalars query) {
        Optional<ThinnedScalars> found = Optional.empty();
        for (int i = 0; i < TRIES; i++) {
            Optional<SeriesChunks> chunks = series.chunks(query.iteration(), query.key());
            found = chunks.map(known -> new Thinning(known, query.steps(), query.points()).result());
            if (chunks.isEmpty() || !chunks.get().wereCorrected()) break;
        }
        return found;
    }

    private <V> V shown(IterationId iteration, String key, Function<IterationId, Optional<V>> reading) {
        Optional<V> found = reading.apply(iteration);
        requireShown(iteration);
        return found.orElseThrow(
                () -> Refused.query(Refusal.UNKNOWN_SERIES, iteration + " has no series of scalars called " + key));
    }

    private void requireShown(IterationId iteration) {
        if (!series.knows(iteration) || hidden.test(iteration)) {
            throw Refused.query(Refusal.UNKNOWN_ITERATION, "there is no " + iteration);
        }
    }

    private static SeriesView view(SeriesKind kind, SeriesReader.Summary summary) {
        Statistics known = summary.statistics();
        boolean scalar = kind == SeriesKind.SCALAR;
        return new SeriesView(
                scalar ? SeriesView.Kind.SCALAR : SeriesView.Kind.HISTOGRAM,
                summary.key(),
                known.count(),
                known.firstStep(),
                known.lastStep(),
                scalar ? new SeriesView.Scalars(finite(known.min()), finite(known.max()), known.last()) : null);
    }

    private static @Nullable Double finite(double extreme) {
        return Double.isFinite(extreme) ? extreme : null;
    }
}
