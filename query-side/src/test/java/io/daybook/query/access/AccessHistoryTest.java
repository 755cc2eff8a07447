package io.daybook.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.query.InterruptedDocuments;
import io.daybook.query.documents.MemoryDocuments;
import io.daybook.query.tracking.TrackingHistory;
import io.daybook.query.view.ViewFeed;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class AccessHistoryTest {

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
}
