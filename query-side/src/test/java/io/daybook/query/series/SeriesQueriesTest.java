package io.daybook.query.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.series.ScalarColumns;
import io.daybook.api.series.SeriesQuery.FindScalars;
import io.daybook.api.series.SeriesQuery.FindSeries;
import io.daybook.api.series.SeriesQuery.FindThinnedScalars;
import io.daybook.api.series.SeriesView;
import io.daybook.api.series.SeriesView.Kind;
import io.daybook.api.series.SeriesView.Scalars;
import io.daybook.api.series.StepRange;
import io.daybook.query.documents.MemoryDocuments;
import io.daybook.query.iteration.Rows;
import io.daybook.query.view.ViewFeed;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.queryhandling.QueryExecutionException;
import org.junit.jupiter.api.Test;

class SeriesQueriesTest {

    private static final IterationId ITERATION = new IterationId(7);

    private final MemoryDocuments documents = new MemoryDocuments();
    private final ViewFeed feed = new ViewFeed(
            documents, io.daybook.query.iteration.SeriesView.VIEW, io.daybook.query.iteration.SeriesView::projection);
    private final SeriesQueries queries = new SeriesQueries(documents, iteration -> iteration.value() == 8);
    private final Rows rows = new Rows(ITERATION.value());

    @Test
    void series_are_listed_as_they_came_with_what_is_known_of_them() {
        feed.feed(
                List.of(
                        rows.created(1, 1),
                        rows.logged(new ScalarPoint("loss", 4, 0.5, 2), new ScalarPoint("acc", 1, 0.5, Double.NaN)),
                        rows.logged(new ScalarPoint("loss", 3, 0.5, -1), new ScalarPoint("loss", 2, 0.5, 0.5))),
                5);

        assertThat(queries.handle(new FindSeries(ITERATION)))
                .containsExactly(
                        new SeriesView(Kind.SCALAR, "loss", 3, 4, 2, new Scalars(-1.0, 2.0, 0.5)),
                        new SeriesView(Kind.SCALAR, "acc", 1, 1, 1, new Scalars(null, null, Double.NaN)));
    }

    @Test
    void points_come_in_parts_or_thinned() {
        feed.feed(
                List.of(
                        rows.created(1, 1),
                        rows.logged(IntStream.range(0, 5_000)
                                .mapToObj(i -> new ScalarPoint("loss", i, i, -i))
                                .toList())),
                5);

        ScalarColumns part = queries.handle(new FindScalars(ITERATION, "loss", 4_998, 10));
        assertThat(part.count()).isEqualTo(5_000);
        assertThat(part.step()).containsExactly(4_998, 4_999);
        assertThat(queries.handle(new FindThinnedScalars(ITERATION, "loss", new StepRange(10, 4_000), 2))
                        .step())
                .containsExactly(10, 4_000);
    }

    @Test
    void what_is_not_there_is_refused_by_its_kind() {
        feed.feed(List.of(rows.created(1, 1)), 5);

        assertThat(queries.handle(new FindSeries(ITERATION))).isEmpty();
        assertThatThrownBy(() -> queries.handle(new FindScalars(ITERATION, "loss", 0, 1)))
                .isInstanceOf(QueryExecutionException.class)
                .hasMessage("iteration-7 has no series of scalars called loss");
        for (long unknown : new long[] {8, 9}) {
            assertThatThrownBy(() -> queries.handle(new FindSeries(new IterationId(unknown))))
                    .hasMessage("there is no iteration-" + unknown);
        }
    }
}
