package io.daybook.query.iteration.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.documents.Documents;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.IterationQuery.FindMetric;
import io.daybook.api.iteration.IterationQuery.FindMetricsOfIteration;
import io.daybook.api.iteration.MetricId;
import io.daybook.api.iteration.MetricView;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.page.Page;
import io.daybook.api.page.Slice;
import io.daybook.query.documents.MemoryDocuments;
import io.daybook.query.iteration.Rows;
import io.daybook.query.iteration.SeriesView;
import io.daybook.query.view.ViewFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Pages against a plain list that is sorted. */
class MetricPagesTest {

    private static final IterationId ITERATION = new IterationId(7);

    private enum Steps {
        ASCENDING,
        EQUAL,
        RANDOM,
        FEW;

        long next(Random random, int i) {
            return switch (this) {
                case ASCENDING -> i / 4 - 500L;
                case EQUAL -> -3;
                case RANDOM -> random.nextLong();
                case FEW -> random.nextInt(5) - 2L;
            };
        }
    }

    @Property(tries = 50)
    void a_page_is_a_part_of_the_sorted_list(@ForAll long seed, @ForAll Steps steps) {
        Run run = new Run(new Random(seed), steps);
        for (int i = 0; i < 12; i++) run.happen();
        MetricQueries queries = new MetricQueries(run.fed());

        List<MetricView> sorted = run.rows.sorted();
        for (int i = 0; i < 25; i++) {
            int offset = run.random.nextInt(sorted.size() + 3);
            int limit = run.random.nextInt(run.random.nextInt(4) == 0 ? 3_000 : 200);
            Page<?> page = queries.handle(new FindMetricsOfIteration(ITERATION, new Slice(offset, limit)));
            int from = Math.min(offset, sorted.size());
            assertThat(page.items()).isEqualTo(sorted.subList(from, Math.min(sorted.size(), from + limit)));
            assertThat(page.total()).isEqualTo(sorted.size());
        }
    }

    @Property(tries = 20)
    void every_metric_that_is_left_is_found(@ForAll long seed) {
        Run run = new Run(new Random(seed), Steps.FEW);
        for (int i = 0; i < 6; i++) run.happen();
        MetricQueries queries = new MetricQueries(run.fed());

        for (MetricView metric : run.rows.sorted()) {
            assertThat(queries.handle(new FindMetric(new MetricId(metric.id()))))
                    .isEqualTo(metric);
        }
    }

    /** What happens to one iteration. */
    private static final class Run {

        private final Rows rows = new Rows(ITERATION.value());
        private final List<Object> events = new ArrayList<>(List.of(rows.created(1, 1)));
        private final Random random;
        private final Steps steps;
        private int points;

        private Run(Random random, Steps steps) {
            this.random = random;
            this.steps = steps;
        }

        private void happen() {
            events.add(rows.logged(IntStream.rangeClosed(0, random.nextInt(1_500))
                    .mapToObj(i -> point())
                    .toList()));
            for (int i = random.nextInt(30); i > 0 && !rows.isEmpty(); i--) {
                long which = rows.any(random);
                events.add(random.nextBoolean() ? rows.deleted(which) : rows.changed(which, point()));
            }
        }

        private ScalarPoint point() {
            String key = "key " + random.nextInt(4);
            return new ScalarPoint(key, steps.next(random, points++), random.nextDouble(), random.nextGaussian());
        }

        private Documents fed() {
            Documents documents = new MemoryDocuments();
            new ViewFeed(documents, SeriesView.VIEW, SeriesView::projection).feed(events, 50);
            return documents;
        }
    }
}
