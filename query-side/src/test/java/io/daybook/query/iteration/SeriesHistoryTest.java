package io.daybook.query.iteration;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.documents.Documents;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.query.InterruptedDocuments;
import io.daybook.query.documents.MemoryDocuments;
import io.daybook.query.view.ViewFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Any history leads to what plain lists would hold, through whatever batches and interruptions. */
class SeriesHistoryTest {

    private static final int ITERATIONS = 6;

    @Property(tries = 20)
    void a_history_is_remembered_as_it_was(@ForAll long seed) {
        Random random = new Random(seed);
        Lives lives = Lives.any(random, ITERATIONS, 60);
        Documents documents = new MemoryDocuments();
        fill(lives.events(), new InterruptedDocuments(documents, random), random);

        SeriesReader reader = new SeriesReader(documents);
        for (long iteration = 1; iteration <= ITERATIONS; iteration++) {
            Rows rows = lives.left(iteration);
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
        Lives lives = Lives.any(random, ITERATIONS, 60);

        ViewFeed smooth = new ViewFeed(new MemoryDocuments(), SeriesView.VIEW, SeriesProjection::new);
        smooth.feed(lives.events(), 1_000);
        assertThat(fill(lives.events(), new InterruptedDocuments(new MemoryDocuments(), random), random)
                        .content())
                .isEqualTo(smooth.content());
    }

    private static ViewFeed fill(List<Object> events, Documents documents, Random random) {
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
