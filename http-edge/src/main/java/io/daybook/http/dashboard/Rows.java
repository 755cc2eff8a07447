package io.daybook.http.dashboard;

import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.IterationQuery.FindParametersOfIteration;
import io.daybook.api.iteration.IterationView;
import io.daybook.api.iteration.ParameterView;
import io.daybook.api.page.Page;
import io.daybook.api.page.Slice;
import io.daybook.api.series.SeriesQuery.FindSeries;
import io.daybook.api.series.SeriesView;
import io.daybook.api.tag.Bearer;
import io.daybook.api.tag.TagQuery.FindTags;
import io.daybook.api.tag.TagView;
import io.daybook.http.dashboard.RowBody.MetricCell;
import io.daybook.http.dashboard.RowBody.ParameterCell;
import io.daybook.http.message.Queries;
import io.daybook.http.request.Reading;
import io.daybook.http.tag.TagBody;
import io.daybook.http.tracking.Asked;
import java.util.List;
import java.util.stream.Stream;

/** Puts a row together from several views, so that a browser need not ask three times for each iteration. */
final class Rows {

    /** More columns than that nobody can read. */
    private static final int MOST = 200;

    private final Queries queries;

    Rows(Queries queries) {
        this.queries = queries;
    }

    RowBody of(IterationView view, Reading reading) {
        IterationId id = new IterationId(view.id());
        return new RowBody(
                view.id(),
                view.notes(),
                view.createdDate(),
                view.endDate(),
                view.parentId(),
                Asked.number(view.status()),
                view.errorMessage(),
                parameters(id, reading),
                metrics(id, reading),
                tags(id, reading));
    }

    private List<ParameterCell> parameters(IterationId id, Reading reading) {
        Page<ParameterView> page = queries.<ParameterView>page(
                        new FindParametersOfIteration(id, new Slice(0, MOST)), reading)
                .value();
        return page.items().stream()
                .map(parameter -> new ParameterCell(parameter.key(), parameter.value()))
                .toList();
    }

    private List<MetricCell> metrics(IterationId id, Reading reading) {
        return queries.list(new FindSeries(id), SeriesView.class, reading).value().stream()
                .flatMap(Rows::cell)
                .limit(MOST)
                .toList();
    }

    private static Stream<MetricCell> cell(SeriesView series) {
        SeriesView.Scalars scalars = series.scalars();
        if (scalars == null) return Stream.empty();
        return Stream.of(new MetricCell(series.key(), series.count(), scalars.min(), scalars.max(), scalars.last()));
    }

    private List<TagBody> tags(IterationId id, Reading reading) {
        return queries.list(new FindTags(Bearer.of(id)), TagView.class, reading).value().stream()
                .map(TagBody::of)
                .toList();
    }
}
