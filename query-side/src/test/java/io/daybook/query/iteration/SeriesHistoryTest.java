package io.daybook.query.iteration;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.documents.Documents;
import io.daybook.api.experiment.ExperimentEvent.ExperimentDeleted;
import io.daybook.api.iteration.IterationEvent.IterationDeleted;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.project.ProjectEvent.ProjectDeleted;
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

    private static final int ITERATIONS = 6;

    /** Each iteration that was created; iteration {@code i} is of experiment {@code i % 3} and of project 1 or 2. */
    private final Map<Long, Rows> numbering = new LinkedHashMap<>();

    /** Those of them that were not deleted. */
    private final Map<Long, Rows> model = new LinkedHashMap<>();

    private final List<Object> events = new ArrayList<>();

    @Property(tries = 20)
    void a_history_is_remembered_as_it_was(@ForAll long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) happen(random);
        Documents documents = new MemoryDocuments();
        fill(new InterruptedDocuments(documents, random), random);

        SeriesReader reader = new SeriesReader(documents);
        for (long iteration = 1; iteration <= ITERATIONS; iteration++) {
            Rows rows = model.getOrDefault(iteration, new Rows(iteration));
            assertThat(reader.keys(new IterationId(iteration), SeriesKind.SCALAR))
                    .containsExactlyElementsOf(rows.keys());
            for (String key : rows.keys()) {
                assertThat(read(reader, iteration, key)).isEqualTo(rows.series(key));
                StatisticsCheck.holds(reader.statistics(new IterationId(iteration), key), rows.series(key));
            }
        }
    }

    @Property(tries = 20)
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
            Rows rows = new Rows(iteration);
            numbering.put(iteration, rows);
            model.put(iteration, rows);
            events.add(rows.created(iteration % 3, 1 + iteration % 2));
        } else if (random.nextInt(24) == 0) {
            delete(iteration, random.nextInt(4));
        } else if (random.nextBoolean()) {
            log(numbering.get(iteration), random);
        } else {
            correct(numbering.get(iteration), random);
        }
    }

    /** What is deleted may go on being written to: that raced the deletion. */
    private void delete(long iteration, int what) {
        switch (what) {
            case 0 -> {
                events.add(new ProjectDeleted(1 + iteration % 2));
                model.keySet().removeIf(other -> other % 2 == iteration % 2);
                for (long other = 2 - iteration % 2; other <= ITERATIONS; other += 2) createLate(other);
            }
            case 1 -> {
                events.add(new ExperimentDeleted(iteration % 3, 1));
                model.keySet().removeIf(other -> other % 3 == iteration % 3);
            }
            default -> {
                events.add(new IterationDeleted(iteration, iteration % 3));
                model.remove(iteration);
            }
        }
    }

    private void createLate(long iteration) {
        if (numbering.putIfAbsent(iteration, new Rows(iteration)) == null) {
            events.add(numbering.get(iteration).created(iteration % 3, 1 + iteration % 2));
        }
    }

    private void log(Rows rows, Random random) {
        List<ScalarPoint> points = new ArrayList<>();
        int size = 1 + random.nextInt(random.nextInt(4) == 0 ? 2_500 : 20);
        for (int i = 0; i < size; i++) points.add(point(random));
        events.add(rows.logged(points));
    }

    private void correct(Rows rows, Random random) {
        for (int i = 0; i < 10 && !rows.isEmpty(); i++) {
            long which = rows.any(random);
            events.add(random.nextBoolean() ? rows.deleted(which) : rows.changed(which, point(random)));
        }
    }

    private static ScalarPoint point(Random random) {
        double value = random.nextInt(8) == 0 ? Double.NaN : random.nextGaussian();
        return new ScalarPoint("key " + random.nextInt(3), random.nextLong(), random.nextDouble(), value);
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
