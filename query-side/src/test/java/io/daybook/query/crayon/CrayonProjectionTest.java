package io.daybook.query.crayon;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.experiment.ExperimentEvent.ExperimentDeleted;
import io.daybook.api.experiment.ExperimentStatus;
import io.daybook.api.project.ProjectEvent.ProjectDeleted;
import io.daybook.query.InterruptedDocuments;
import io.daybook.query.documents.MemoryDocuments;
import io.daybook.query.view.ViewFeed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CrayonProjectionTest {

    private static final List<String> NAMES = List.of("foo", "bar", "baz");

    @Test
    void the_same_events_again_change_nothing() {
        List<Object> events = history(new Random(1));
        ViewFeed feed = new ViewFeed(new MemoryDocuments(), CrayonCollections.VIEW, CrayonProjection::new);
        feed.feed(events, 7);
        var once = feed.content();

        feed.feed(events, 7);
        feed.feed(events, 1);
        assertThat(feed.content()).isEqualTo(once);
    }

    @Property(tries = 200)
    void interruptions_leave_no_trace_in_the_documents(@ForAll long seed) {
        Random random = new Random(seed);
        List<Object> events = history(random);
        ViewFeed smooth = new ViewFeed(new MemoryDocuments(), CrayonCollections.VIEW, CrayonProjection::new);
        smooth.feed(events, 1_000);
        ViewFeed rough = new ViewFeed(
                new InterruptedDocuments(new MemoryDocuments(), random), CrayonCollections.VIEW, CrayonProjection::new);

        rough.feedRoughly(events, random);
        assertThat(rough.content()).containsExactlyInAnyOrderEntriesOf(smooth.content());
    }

    /** Names are given, changed, moved by restorations and freed; experiments and projects come and go. */
    private static List<Object> history(Random random) {
        List<Object> events = new ArrayList<>();
        long[] holders = new long[NAMES.size()];
        long project = 1;
        for (long next = 1; next < 50; next++) {
            int name = random.nextInt(NAMES.size());
            int free = random.nextInt(NAMES.size());
            if (holders[name] == 0) {
                Collections.addAll(events, Story.begun(next, project, NAMES.get(name)));
                holders[name] = next;
            } else if (random.nextInt(3) == 0) {
                events.add(new ExperimentDeleted(holders[name], project));
                holders[name] = 0;
            } else if (random.nextInt(8) == 0) {
                events.add(new ProjectDeleted(project));
                if (random.nextBoolean()) Collections.addAll(events, Story.begun(100 + next, project, NAMES.get(name)));
                project++;
                holders = new long[NAMES.size()];
            } else if (holders[free] == 0 && random.nextBoolean()) {
                events.add(Story.renamed(holders[name], NAMES.get(free)));
                holders[free] = holders[name];
                holders[name] = 0;
            } else if (random.nextBoolean()) {
                Collections.addAll(
                        events, Story.restored(next, project, NAMES.get(name), status(random), holders[name]));
                holders[name] = next;
            } else {
                events.add(Story.changed(holders[name], status(random)));
            }
        }
        return events;
    }

    private static ExperimentStatus status(Random random) {
        return ExperimentStatus.values()[random.nextInt(3)];
    }
}
