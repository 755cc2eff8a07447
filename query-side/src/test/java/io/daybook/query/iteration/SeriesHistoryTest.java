package io.daybook.query.iteration;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.documents.Documents;
import io.daybook.api.experiment.ExperimentEvent.ExperimentDeleted;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.query.InterruptedDocuments;
import io.daybook.query.documents.MemoryDocuments;
import io.daybook.query.view.ViewFeed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Any history leads to what plain lists would hold, through whatever batches and interruptions. */
class SeriesHistoryTest {

    private static final int ITERATIONS = 4;

    /** Iteration, then key, then its points: of each iteration that was created and not deleted. */
    private final Map<Long, Map<String, List<ScalarPoint>>> model = new LinkedHashMap<>();

    private final Map<Long, Points> numbering = new LinkedHashMap<>();
    private final List<Object> events = new ArrayList<>();

    @Property(tries = 30)
    void a_history_is_remembered_as_it_was(@ForAll long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) happen(random);
        Documents documents = new MemoryDocuments();
        fill(new InterruptedDocuments(documents, random), random);

        SeriesReader reader = new SeriesReader(documents);
        for (long iteration = 1; iteration <= ITERATIONS; iteration++) {
            Map<String, List<ScalarPoint>> series = model.getOrDefault(iteration, Map.of());
            assertThat(reader.keys(new IterationId(iteration), SeriesKind.SCALAR))
                    .containsExactlyElementsOf(series.keySet());
            for (String key : series.keySet()) {
                assertThat(read(reader, iteration, key)).isEqualTo(series.get(key));
            }
        }
    }

    @Property(tries = 30)
    void interruptions_leave_no_trace_in_the_documents(@ForAll long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) happen(random);

        ViewFeed smooth = new ViewFeed(new MemoryDocuments(), SeriesView.VIEW, SeriesProjection::new);
        smooth.feed(events, 1_000);
        assertThat(fill(new InterruptedDocuments(new MemoryDocuments(), random), random)
                        .content())
                .isEqualTo(smooth.content());
    }

    private ViewFeed fill(Documents documents, Random random) {
        ViewFeed feed = new ViewFeed(documents, SeriesView.VIEW, SeriesProjection::new);
        int next = 0;
        while (next < events.size()) {
            int end = Math.min(events.size(), next + 1 + random.nextInt(20));
            try {
                feed.feedFrom(2 + next, events.subList(next, end));
                next = end;
            } catch (IllegalStateException interrupted) {
                assertThat(interrupted).hasStackTraceContaining("interrupted");
            }
        }
        return feed;
    }

    private void happen(Random random) {
        long iteration = 1 + random.nextInt(ITERATIONS);
        if (!numbering.containsKey(iteration)) {
            numbering.put(iteration, new Points(iteration));
            model.put(iteration, new LinkedHashMap<>());
            events.add(numbering.get(iteration).created(iteration % 3));
        } else if (random.nextInt(12) == 0) {
            events.add(new ExperimentDeleted(iteration % 3, 1));
            model.keySet().removeIf(other -> other % 3 == iteration % 3);
        } else {
            log(iteration, random);
        }
    }

    private void log(long iteration, Random random) {
        List<ScalarPoint> points = new ArrayList<>();
        int size = 1 + random.nextInt(random.nextInt(4) == 0 ? 3_000 : 20);
        for (int i = 0; i < size; i++) {
            String key = "key " + random.nextInt(3);
            points.add(new ScalarPoint(key, random.nextLong(), random.nextDouble(), random.nextGaussian()));
        }
        events.add(numbering.get(iteration).logged(points));
        Map<String, List<ScalarPoint>> series = model.get(iteration);
        if (series == null) return;
        for (ScalarPoint point : points) {
            series.computeIfAbsent(point.key(), key -> new ArrayList<>()).add(point);
        }
    }

    private static List<ScalarPoint> read(SeriesReader reader, long iteration, String key) {
        List<ScalarPoint> points = new ArrayList<>();
        ScalarPage page;
        do {
            page = reader.scalars(new IterationId(iteration), key, points.size(), 700)
                    .orElseThrow();
            for (int i = 0; i < page.step().length; i++) {
                points.add(new ScalarPoint(key, page.step()[i], page.wallTime()[i], page.value()[i]));
            }
        } while (points.size() < page.count());
        return points;
    }
}
