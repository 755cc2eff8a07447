package io.daybook.query.iteration;

import io.daybook.api.documents.Document;
import io.daybook.api.documents.Documents;
import io.daybook.api.documents.Range;
import io.daybook.api.iteration.IterationId;
import io.daybook.query.documents.Packed;
import io.daybook.query.iteration.chunk.Statistics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads series while they are written. A page is whole or not there: what was counted is there, or the series has been
 * deleted meanwhile. Points that came after the count are left out, and so are points that went after it.
 */
public final class SeriesReader {

    private static final int PAGE = 256;

    private final Documents documents;
    private final ScalarReader scalars;
    private final HistogramReader histograms;

    public SeriesReader(Documents documents) {
        this.documents = documents;
        this.scalars = new ScalarReader(documents);
        this.histograms = new HistogramReader(documents);
    }

    /**
     * A series as a whole.
     *
     * @param place where it stands among the series of its iteration, of both kinds
     */
    public record Summary(String key, String place, Statistics statistics) {}

    /** Whether the iteration has been created and not deleted. */
    public boolean knows(IterationId iteration) {
        return documents
                .get(SeriesView.ITERATION, SeriesView.iteration(iteration.value()))
                .isPresent();
    }

    /** The keys of an iteration's series that have points, in order of first appearance. */
    public List<String> keys(IterationId iteration, SeriesKind kind) {
        return all(iteration, kind).stream().map(Summary::key).toList();
    }

    /** An iteration's series that have points, in order of first appearance. */
    public List<Summary> all(IterationId iteration, SeriesKind kind) {
        List<SeriesDocument> found = new ArrayList<>();
        Range range = Range.under(SeriesView.allOf(iteration.value(), kind), PAGE);
        List<Document> page;
        do {
            page = documents.range(SeriesView.SERIES, range);
            page.forEach(document -> found.add(decoded(document)));
            if (!page.isEmpty()) range = new Range(page.getLast().id() + '\0', range.to(), PAGE, false);
        } while (page.size() == PAGE);
        return found.stream()
                .filter(SeriesReader::hasPoints)
                .sorted(Comparator.comparing(SeriesDocument::place))
                .map(series -> new Summary(series.key(), series.place(), series.statistics()))
                .toList();
    }

    /** What is known of the points that are left of a series of scalars; empty when there are none. */
    Optional<Statistics> statistics(IterationId iteration, String key) {
        return series(iteration, SeriesKind.SCALAR, key).map(SeriesDocument::statistics);
    }

    /** At most {@code limit} points; empty when there is no such series, or no longer. */
    public Optional<ScalarPage> scalars(IterationId iteration, String key, long from, int limit) {
        return series(iteration, SeriesKind.SCALAR, key)
                .flatMap(series -> scalars.read(iteration.value(), series, from, limit));
    }

    /** A series of scalars as its directories know it; empty as above. */
    public Optional<SeriesChunks> chunks(IterationId iteration, String key) {
        return series(iteration, SeriesKind.SCALAR, key)
                .flatMap(series -> SeriesChunks.of(documents, iteration.value(), series));
    }

    /** At most {@code limit} histograms, and fewer when they are big: the page's own size says where to go on. */
    public Optional<HistogramPage> histograms(IterationId iteration, String key, long from, int limit) {
        return series(iteration, SeriesKind.HISTOGRAM, key)
                .flatMap(series -> histograms.read(iteration.value(), series, from, limit));
    }

    private Optional<SeriesDocument> series(IterationId iteration, SeriesKind kind, String key) {
        return documents
                .get(SeriesView.SERIES, SeriesView.series(iteration.value(), kind, key))
                .map(SeriesReader::decoded)
                .filter(SeriesReader::hasPoints);
    }

    private static boolean hasPoints(SeriesDocument series) {
        return series.statistics().count() > 0;
    }

    private static SeriesDocument decoded(Document document) {
        return SeriesDocument.in(new Packed(document));
    }
}
