package io.daybook.query.crayon;

import io.daybook.api.crayon.CrayonName;
import io.daybook.api.crayon.CrayonQuery.FindCrayonExperiment;
import io.daybook.api.crayon.CrayonQuery.FindCrayonHistograms;
import io.daybook.api.crayon.CrayonQuery.FindCrayonNames;
import io.daybook.api.crayon.CrayonQuery.FindCrayonScalars;
import io.daybook.api.crayon.CrayonQuery.FindCrayonSeries;
import io.daybook.api.crayon.CrayonQuery.FindMoreHistograms;
import io.daybook.api.crayon.CrayonQuery.FindMoreScalars;
import io.daybook.api.crayon.CrayonTarget;
import io.daybook.api.crayon.CrayonView.Histograms;
import io.daybook.api.crayon.CrayonView.Names;
import io.daybook.api.crayon.CrayonView.Scalars;
import io.daybook.api.crayon.CrayonView.SeriesNames;
import io.daybook.api.documents.Document;
import io.daybook.api.documents.Documents;
import io.daybook.api.documents.Range;
import io.daybook.api.iteration.IterationId;
import io.daybook.query.iteration.SeriesKind;
import io.daybook.query.iteration.SeriesReader;
import io.daybook.query.view.ViewPositions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.RawBsonDocument;

/** Answers what Crayon clients ask of the views. */
public final class CrayonQueries {

    private static final int PAGE = 1_000;
    private static final String SCALAR = "scalar";
    private static final String HISTOGRAM = "histogram";

    private final Documents documents;
    private final SeriesReader series;
    private final CrayonLookup lookup;

    /**
     * @param head a position that no view is beyond, not even with what it is at work on
     * @param wait how long to wait for one view to come up with the other
     */
    public CrayonQueries(Documents documents, ViewPositions positions, LongSupplier head, Duration wait) {
        this.documents = documents;
        this.series = new SeriesReader(documents);
        this.lookup = new CrayonLookup(documents, positions, head, wait);
    }

    @QueryHandler
    Names handle(FindCrayonNames query) {
        List<String> names = new ArrayList<>();
        Range range = Range.under(CrayonCollections.PREFIX, PAGE);
        List<Document> page;
        do {
            page = documents.range(CrayonCollections.NAME, range);
            for (Document document : page) {
                CrayonDocument experiment = CrayonDocument.in(new RawBsonDocument(document.body()));
                if (experiment.running()) names.add(experiment.name());
            }
            if (!page.isEmpty()) range = new Range(page.getLast().id() + '\0', range.to(), PAGE, false);
        } while (page.size() == PAGE);
        return new Names(names);
    }

    @QueryHandler
    CrayonTarget handle(FindCrayonExperiment query) {
        return lookup.find(query.name()).target();
    }

    @QueryHandler
    SeriesNames handle(FindCrayonSeries query) throws InterruptedException {
        return lookup.read(
                query.name(),
                this::names,
                () -> CrayonRefusals.unknownExperiment(query.name().value()));
    }

    @QueryHandler
    Scalars handle(FindCrayonScalars query) throws InterruptedException {
        return lookup.read(
                query.name(),
                iteration -> scalars(iteration, query.key(), query.from(), query.limit()),
                () -> CrayonRefusals.unknownSeries(owner(query.name()), SCALAR, query.key()));
    }

    @QueryHandler
    Scalars handle(FindMoreScalars query) {
        return scalars(query.iterationId(), query.key(), query.from(), query.limit())
                .orElseThrow(
                        () -> CrayonRefusals.unknownSeries(query.iterationId().toString(), SCALAR, query.key()));
    }

    @QueryHandler
    Histograms handle(FindCrayonHistograms query) throws InterruptedException {
        return lookup.read(
                query.name(),
                iteration -> histograms(iteration, query.key(), query.from(), query.limit()),
                () -> CrayonRefusals.unknownSeries(owner(query.name()), HISTOGRAM, query.key()));
    }

    @QueryHandler
    Histograms handle(FindMoreHistograms query) {
        return histograms(query.iterationId(), query.key(), query.from(), query.limit())
                .orElseThrow(
                        () -> CrayonRefusals.unknownSeries(query.iterationId().toString(), HISTOGRAM, query.key()));
    }

    /** Known after the reading, the iteration was there all the time, and so were its series. */
    private Optional<SeriesNames> names(IterationId iteration) {
        SeriesNames names = new SeriesNames(
                series.keys(iteration, SeriesKind.SCALAR), series.keys(iteration, SeriesKind.HISTOGRAM));
        return series.knows(iteration) ? Optional.of(names) : Optional.empty();
    }

    private Optional<Scalars> scalars(IterationId iteration, String key, long from, int limit) {
        return series.scalars(iteration, key, from, limit)
                .map(page ->
                        new Scalars(iteration, page.count(), page.from(), page.step(), page.wallTime(), page.value()));
    }

    private Optional<Histograms> histograms(IterationId iteration, String key, long from, int limit) {
        return series.histograms(iteration, key, from, limit)
                .map(page -> new Histograms(iteration, page.count(), page.from(), page.points()));
    }

    private static String owner(CrayonName name) {
        return "experiment '" + name + "'";
    }
}
