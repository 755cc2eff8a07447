package io.daybook.query.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.series.SeriesQuery.FindThinnedScalars;
import io.daybook.api.series.StepRange;
import io.daybook.api.series.ThinnedScalars;
import io.daybook.query.CountingDocuments;
import io.daybook.query.documents.MemoryDocuments;
import io.daybook.query.iteration.Rows;
import io.daybook.query.iteration.SeriesView;
import io.daybook.query.view.ViewFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

class ThinningTest {

    private static final IterationId ITERATION = new IterationId(7);

    private final MemoryDocuments stored = new MemoryDocuments();
    private final MeanwhileDocuments meanwhile = new MeanwhileDocuments(stored);
    private final CountingDocuments counting = new CountingDocuments(meanwhile);
    private final ViewFeed feed = new ViewFeed(stored, SeriesView.VIEW, SeriesView::projection);
    private final SeriesQueries queries = new SeriesQueries(counting, iteration -> false);
    private final Rows rows = new Rows(ITERATION.value());

    private ThinnedScalars thinned(StepRange steps, int most) {
        return queries.handle(new FindThinnedScalars(ITERATION, "loss", steps, most));
    }

    private List<ScalarPoint> points() {
        return rows.series("loss");
    }

    private void log(int count, IntToDoubleFunction value) {
        feed.feed(List.of(rows.created(1, 1), rows.logged(some(count, value))), 2);
    }

    private static List<ScalarPoint> some(int count, IntToDoubleFunction value) {
        return IntStream.range(0, count)
                .mapToObj(i -> new ScalarPoint("loss", i, 0.5 * i, value.applyAsDouble(i)))
                .toList();
    }

    @Property(tries = 150)
    @Tag("ops-4.thinning")
    void keeps_what_the_contract_names(@ForAll long seed) {
        Random random = new Random(seed);
        AnySeries series = new AnySeries(random);
        ThinningTest fresh = new ThinningTest();
        fresh.feed.feed(series.events(fresh.rows), 1_000);
        List<ScalarPoint> points = fresh.points();

        for (int i = 0; i < 8; i++) {
            StepRange steps = series.steps();
            int most = series.most();
            ThinnedScalars found = fresh.thinned(steps, most);
            new PlainThinning(points, steps, most).isIn(found);
            assertThat(found.step().length).isLessThanOrEqualTo(most);
        }
    }

    @Example
    void a_chunk_whose_points_are_all_gone_is_passed_over() {
        log(3_072, i -> i % 700 == 0 ? Double.NaN : Math.sin(i));
        List<Object> deletions = new ArrayList<>();
        for (int i = 1_000; i < 2_100; i++) deletions.add(rows.deleted(i));
        feed.feedFrom(4, deletions);

        for (int most : new int[] {2, 9, 50, 1_000}) {
            new PlainThinning(points(), StepRange.ALL, most).isIn(thinned(StepRange.ALL, most));
        }
    }

    @Example
    void a_long_series_is_told_by_its_directories() {
        for (IntToDoubleFunction shape : List.<IntToDoubleFunction>of(i -> i, i -> -i, i -> 0, Math::sin)) {
            ThinningTest fresh = new ThinningTest();
            fresh.log(300_000, shape);
            fresh.counting.forget();
            ThinnedScalars found = fresh.thinned(StepRange.ALL, 32);

            int directories = Math.ceilDiv(300_000, 64 * 1_024);
            int borders = (32 - 2) / 2 - 1;
            assertThat(fresh.counting.read()).isLessThanOrEqualTo(2 + directories + 2 + borders);
            new PlainThinning(fresh.points(), StepRange.ALL, 32).isIn(found);
        }
    }

    @Example
    void a_range_reads_only_what_it_cuts_through() {
        log(200_000, i -> i);
        counting.forget();

        ThinnedScalars found = thinned(new StepRange(50_000, 150_000), 2);
        assertThat(counting.read()).isLessThanOrEqualTo(2 + 4 + 2 * 2);
        assertThat(found.step()).containsExactly(50_000, 150_000);
        assertThat(found.count()).isEqualTo(100_001);
    }

    @Example
    void a_long_run_that_is_not_finite_is_read_where_it_begins_and_ends() {
        log(200_000, i -> i > 1_500 && i < 190_000 ? Double.NaN : 1);
        counting.forget();

        assertThat(thinned(StepRange.ALL, 4).step()).containsExactly(0, 1_501, 189_999, 199_999);
        assertThat(counting.read()).isLessThanOrEqualTo(2 + 4 + 2 + 4);
    }

    @Example
    void points_that_come_while_it_is_read_are_left_out() {
        log(1_500, i -> i);
        List<ScalarPoint> before = points();
        Object more = rows.logged(some(1_000, i -> 5_000));
        meanwhile.beforeNext(SeriesView.DIRECTORY, () -> feed.feedFrom(4, List.of(more)));

        new PlainThinning(before, StepRange.ALL, 20).isIn(thinned(StepRange.ALL, 20));
        new PlainThinning(points(), StepRange.ALL, 20).isIn(thinned(StepRange.ALL, 20));
    }

    @Example
    void points_that_go_while_it_is_read_are_not_counted() {
        log(1_500, i -> i);
        Object gone = rows.deleted(1_499);
        meanwhile.beforeNext(SeriesView.CHUNK, () -> feed.feedFrom(4, List.of(gone)));

        new PlainThinning(points(), StepRange.ALL, 20).isIn(thinned(StepRange.ALL, 20));
    }
}
