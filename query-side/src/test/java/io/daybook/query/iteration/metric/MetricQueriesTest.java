package io.daybook.query.iteration.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.experiment.ExperimentEvent.ExperimentDeleted;
import io.daybook.api.iteration.IterationEvent.IterationDeleted;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.IterationQuery.FindMetric;
import io.daybook.api.iteration.IterationQuery.FindMetricsOfIteration;
import io.daybook.api.iteration.MetricId;
import io.daybook.api.iteration.MetricView;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.page.Page;
import io.daybook.api.page.Slice;
import io.daybook.api.project.ProjectEvent.ProjectDeleted;
import io.daybook.query.CountingDocuments;
import io.daybook.query.documents.MemoryDocuments;
import io.daybook.query.iteration.Rows;
import io.daybook.query.iteration.SeriesView;
import io.daybook.query.view.ViewFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.queryhandling.QueryExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricQueriesTest {

    private static final IterationId ITERATION = new IterationId(7);

    private final CountingDocuments documents = new CountingDocuments(new MemoryDocuments());
    private final ViewFeed feed = new ViewFeed(documents, SeriesView.VIEW, SeriesView::projection);
    private final MetricQueries queries = new MetricQueries(documents, iteration -> false);
    private final Rows rows = new Rows(ITERATION.value());

    @Test
    void a_page_far_from_the_beginning_costs_what_the_first_one_costs() {
        List<Object> events = new ArrayList<>(List.of(rows.created(1, 1)));
        for (int batch = 0; batch < 105; batch++) {
            int first = batch * 10_000;
            events.add(rows.logged(IntStream.range(first, first + 10_000)
                    .mapToObj(i -> new ScalarPoint("key " + i % 4, i / 4, 0.5, i))
                    .toList()));
        }
        feed.feed(events, 5);
        long first = reads(0);

        for (int offset : List.of(1_024, 500_000, 1_000_000, 1_049_900)) {
            assertThat(reads(offset)).as("reads at " + offset).isLessThanOrEqualTo(first + 8);
        }
        assertThat(page(1_000_000, 2).items()).extracting(MetricView::value).containsExactly(1_000_000.0, 1_000_001.0);
    }

    private long reads(int offset) {
        long before = documents.read();
        page(offset, 200);
        return documents.read() - before;
    }

    @Test
    void a_metric_is_found_by_its_id_wherever_it_went() {
        feed.feed(
                List.of(
                        rows.created(1, 1),
                        rows.logged(new ScalarPoint("loss", 4, 2.5, Double.NaN), new ScalarPoint("acc", 4, 2.5, 1)),
                        rows.changed(0, new ScalarPoint("val", -1, 0.5, 3))),
                10);

        assertThat(find(0)).isEqualTo(new MetricView(id(0), 7, "val", 3, -1, 0.5));
        assertThat(find(1)).isEqualTo(new MetricView(id(1), 7, "acc", 1, 4, 2.5));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 2, 1_023, 1_024, 1 << 26})
    void a_metric_that_is_gone_or_never_was_is_refused(long ordinal) {
        feed.feed(
                List.of(
                        rows.created(1, 1),
                        rows.logged(new ScalarPoint("loss", 4, 2.5, 1), new ScalarPoint("acc", 4, 2.5, 1)),
                        rows.deleted(0)),
                10);

        assertThatThrownBy(() -> find(ordinal))
                .isInstanceOf(QueryExecutionException.class)
                .hasMessageContaining("there is no metric " + id(ordinal));
    }

    @Test
    void an_iteration_without_points_and_one_that_is_not_there_have_an_empty_page() {
        feed.feed(List.of(rows.created(1, 1), rows.logged(new ScalarPoint("loss", 4, 2.5, 1)), rows.deleted(0)), 10);

        assertThat(page(0, 50)).isEqualTo(new Page<>(List.of(), 0));
        assertThat(queries.handle(new FindMetricsOfIteration(new IterationId(8), new Slice(0, 50))))
                .isEqualTo(new Page<>(List.of(), 0));
    }

    @Test
    void a_page_of_nothing_still_has_its_total() {
        feed.feed(List.of(rows.created(1, 1), rows.logged(new ScalarPoint("loss", 4, 2.5, 1))), 10);

        assertThat(page(0, 0)).isEqualTo(new Page<>(List.of(), 1));
        assertThat(page(1, 50)).isEqualTo(new Page<>(List.of(), 1));
        assertThat(queries.handle(new FindMetricsOfIteration(ITERATION, new Slice(Long.MAX_VALUE, 50)))
                        .total())
                .isEqualTo(1);
    }

    @Test
    void deletions_take_metrics_along() {
        for (Object deletion :
                List.of(new IterationDeleted(7, 1), new ExperimentDeleted(1, 1), new ProjectDeleted(1))) {
            Rows again = new Rows(ITERATION.value());
            feed.feed(
                    List.of(
                            again.created(1, 1),
                            again.logged(new ScalarPoint("loss", 4, 2.5, 1)),
                            deletion,
                            again.logged(new ScalarPoint("loss", 5, 2.5, 1))),
                    10);

            assertThat(page(0, 50).total()).isZero();
            assertThatThrownBy(() -> find(0)).isInstanceOf(QueryExecutionException.class);
        }
    }

    @SuppressWarnings("unchecked") // what is in the page, the query says
    private Page<MetricView> page(int offset, int limit) {
        return queries.handle(new FindMetricsOfIteration(ITERATION, new Slice(offset, limit)));
    }

    private MetricView find(long ordinal) {
        return queries.handle(new FindMetric(new MetricId(id(ordinal))));
    }

    private static long id(long ordinal) {
        return MetricId.of(7, ordinal).value();
    }
}
