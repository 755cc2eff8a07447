package io.daybook.query.iteration;

import static io.daybook.query.iteration.Points.histogram;
import static io.daybook.query.iteration.Points.point;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.experiment.ExperimentEvent.ExperimentDeleted;
import io.daybook.api.iteration.HistogramPoint;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.query.documents.MemoryDocuments;
import io.daybook.query.view.ViewFeed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesProjectionTest {

    private static final IterationId ITERATION = new IterationId(7);
    private static final List<String> KEYS = List.of("loss", "acc/top 1", "λ");

    private final MemoryDocuments documents = new MemoryDocuments();
    private final ViewFeed feed = new ViewFeed(documents, SeriesView.VIEW, SeriesProjection::new);
    private final SeriesReader reader = new SeriesReader(documents);
    private final Points points = new Points(ITERATION.value());

    @Test
    void five_thousand_points_of_three_interleaved_keys_come_back_in_the_order_logged() {
        feed.feed(history(5_000, 73), 10);

        for (int key = 0; key < KEYS.size(); key++) {
            ScalarPage page =
                    reader.scalars(ITERATION, KEYS.get(key), 0, 10_000).orElseThrow();
            assertThat(page.count()).isEqualTo(page.step().length);
            for (int i = 0; i < page.step().length; i++) {
                assertThat(page.step()[i]).isEqualTo(3L * i + key);
                assertThat(page.value()[i]).isEqualTo(Double.valueOf(value(3L * i + key)));
            }
        }
        assertThat(reader.keys(ITERATION, SeriesKind.SCALAR)).isEqualTo(KEYS);
    }

    @Test
    void the_same_events_again_change_nothing() {
        List<Object> events = history(4_000, 97);
        feed.feed(events, 5);
        var once = feed.content();

        feed.feedFrom(2 + events.size() - 3, events.subList(events.size() - 3, events.size()));
        assertThat(feed.content()).isEqualTo(once);
        feed.feed(events, 4);
        assertThat(feed.content()).isEqualTo(once);
    }

    @Test
    void batches_leave_no_trace_in_the_documents() {
        List<Object> events = history(4_000, 61);
        feed.feed(events, 1);
        ViewFeed other = new ViewFeed(new MemoryDocuments(), SeriesView.VIEW, SeriesProjection::new);
        other.feed(events, 1_000);

        assertThat(other.content()).isEqualTo(feed.content());
    }

    @Test
    void a_chunk_ends_after_1024_points_however_they_were_logged() {
        feed.feed(List.of(points.created(1), logged(1_023), logged(1), logged(1), logged(2_000)), 2);

        assertThat(chunks()).hasSize(3);
        ScalarPage page = reader.scalars(ITERATION, "loss", 1_022, 4).orElseThrow();
        assertThat(page.step()).containsExactly(1_022, 0, 0, 0);
        assertThat(page.count()).isEqualTo(3_025);
    }

    @Test
    void a_page_past_the_end_is_empty() {
        feed.feed(List.of(points.created(1), logged(5)), 2);

        assertThat(reader.scalars(ITERATION, "loss", 5, 10).orElseThrow().step())
                .isEmpty();
        assertThat(reader.scalars(ITERATION, "loss", 900, 10).orElseThrow().step())
                .isEmpty();
    }

    @Test
    void every_bit_of_a_number_survives() {
        double odd = Double.longBitsToDouble(0x7ff8_0000_dead_beefL);
        feed.feed(
                List.of(
                        points.created(1),
                        points.logged(
                                point("x", Long.MAX_VALUE, odd),
                                point("x", Long.MIN_VALUE, Double.NEGATIVE_INFINITY),
                                point("x", 0, -0.0))),
                2);

        ScalarPage page = reader.scalars(ITERATION, "x", 0, 10).orElseThrow();
        assertThat(page.step()).containsExactly(Long.MAX_VALUE, Long.MIN_VALUE, 0);
        assertThat(Double.doubleToRawLongBits(page.value()[0])).isEqualTo(0x7ff8_0000_dead_beefL);
        assertThat(Double.doubleToRawLongBits(page.value()[2])).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void histograms_small_and_big_come_back_as_logged() {
        List<HistogramPoint> logged = new ArrayList<>();
        for (int i = 0; i < 40; i++) logged.add(histogram("weights", i, i % 7 == 3 ? 70_000 : i));
        feed.feed(List.of(points.created(1), points.histograms(logged.toArray(HistogramPoint[]::new))), 2);

        List<HistogramPoint> read = new ArrayList<>();
        while (read.size() < logged.size()) {
            read.addAll(reader.histograms(ITERATION, "weights", read.size(), 100)
                    .orElseThrow()
                    .points());
        }
        assertThat(read).isEqualTo(logged);
        assertThat(reader.keys(ITERATION, SeriesKind.HISTOGRAM)).containsExactly("weights");
        assertThat(reader.keys(ITERATION, SeriesKind.SCALAR)).isEmpty();
    }

    @Test
    void histograms_logged_in_many_events_are_the_same_documents() {
        List<Object> events = new ArrayList<>(List.of(points.created(1)));
        for (int i = 0; i < 50; i++) events.add(points.histograms(histogram("w", i, 3), histogram("v", i, 1_500)));
        feed.feed(events, 7);
        var once = feed.content();
        feed.feed(events, 50);
        ViewFeed other = new ViewFeed(new MemoryDocuments(), SeriesView.VIEW, SeriesProjection::new);
        other.feed(events, 1);

        assertThat(feed.content()).isEqualTo(once);
        assertThat(other.content()).isEqualTo(once);
        assertThat(reader.keys(ITERATION, SeriesKind.HISTOGRAM)).containsExactly("w", "v");
    }

    @Test
    void deletion_takes_everything_of_the_experiment_and_nothing_else() {
        Points neighbour = new Points(8);
        List<Object> events = new ArrayList<>(List.of(neighbour.created(2), neighbour.logged(point("loss", 1, 1))));
        feed.feed(events, 10);
        var before = feed.content();
        events.addAll(history(3_000, 500));
        events.add(points.histograms(histogram("w", 1, 70_000)));
        events.add(new ExperimentDeleted(1, 1));
        events.add(points.logged(point("loss", 1, 1)));

        feed.feed(events, 4);
        assertThat(feed.content()).isEqualTo(before);
        feed.feed(events, 3);
        assertThat(feed.content()).isEqualTo(before);
        feed.feed(events, 1_000);
        assertThat(feed.content()).isEqualTo(before);
    }

    private List<String> chunks() {
        return feed.content().keySet().stream()
                .filter(id -> id.startsWith(SeriesView.CHUNK + " "))
                .toList();
    }

    /** Point {@code i} of all is of key {@code i % 3}, at step {@code i}; so many points to an event. */
    private List<Object> history(int count, int anEvent) {
        List<Object> events = new ArrayList<>(List.of(points.created(1)));
        for (int i = 0; i < count; i += anEvent) {
            List<ScalarPoint> batch = new ArrayList<>();
            for (int p = i; p < Math.min(count, i + anEvent); p++) batch.add(point(KEYS.get(p % 3), p, value(p)));
            events.add(points.logged(batch));
        }
        return events;
    }

    private static double value(long step) {
        return step % 11 == 0 ? Double.NaN : Math.sin(step);
    }

    private Object logged(int count) {
        List<ScalarPoint> batch = new ArrayList<>();
        for (int i = 0; i < count; i++) batch.add(point("loss", i, i));
        return points.logged(batch);
    }
}
