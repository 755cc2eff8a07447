package io.daybook.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.query.InterruptedDocuments;
import io.daybook.query.documents.MemoryDocuments;
import io.daybook.query.tracking.Happenings;
import io.daybook.query.tracking.TrackingHistory;
import io.daybook.query.view.ViewFeed;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class AccessHistoryTest {

    private static final List<Object> SHORT_LIFE = List.of(
            Happenings.project(1),
            Happenings.experiment(2, 1),
            Happenings.iteration(3, 2, 1),
            Happenings.resource(4, 2, 1),
            Happenings.model(5, 1),
            Happenings.projectGone(1));

    @Property(tries = 60)
    void interruptions_and_repetitions_leave_no_trace_in_the_documents(@ForAll long seed) {
        Random random = new Random(seed);
        List<Object> events = new TrackingHistory(random, 400).events();
        ViewFeed smooth = new ViewFeed(new MemoryDocuments(), AccessView::projections, AccessView.VIEW);
        smooth.feed(events, 1_000);
        ViewFeed rough = new ViewFeed(
                new InterruptedDocuments(new MemoryDocuments(), random), AccessView::projections, AccessView.VIEW);

        rough.feedRoughly(events, random);

        assertThat(rough.content()).isEqualTo(smooth.content());
        smooth.feed(events, 30);
        assertThat(smooth.content()).isEqualTo(rough.content());
    }

    /** So short that most interruptions meet the deletion in one batch with what it takes away. */
    @Property(tries = 2_000)
    void a_short_life_leaves_nothing_behind(@ForAll long seed) {
        Random random = new Random(seed);
        ViewFeed feed = new ViewFeed(
                new InterruptedDocuments(new MemoryDocuments(), random), AccessView::projections, AccessView.VIEW);

        feed.feedRoughly(SHORT_LIFE, random);

        assertThat(feed.content()).isEmpty();
    }
}
