package io.daybook.query.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.documents.Documents;
import io.daybook.query.InterruptedDocuments;
import io.daybook.query.documents.MemoryDocuments;
import io.daybook.query.tracking.Model.Kind;
import io.daybook.query.view.ViewFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Any history leads to what plain maps would hold, through whatever batches and interruptions. */
class TrackingHistoryTest {

    @Property(tries = 40)
    void a_history_is_remembered_as_it_was(@ForAll long seed) {
        Random random = new Random(seed);
        TrackingHistory history = new TrackingHistory(random, 400);
        MemoryDocuments documents = new MemoryDocuments();
        feed(new InterruptedDocuments(documents, random)).feedRoughly(history.events(), random);

        new Answers(documents).equalThoseOf(history, random);
    }

    @Property(tries = 60)
    void interruptions_leave_no_trace_in_the_documents(@ForAll long seed) {
        Random random = new Random(seed);
        List<Object> events = new TrackingHistory(random, 400).events();
        ViewFeed smooth = feed(new MemoryDocuments());
        smooth.feed(events, 1_000);
        ViewFeed rough = feed(new InterruptedDocuments(new MemoryDocuments(), random));

        rough.feedRoughly(events, random);

        assertThat(rough.content()).containsExactlyInAnyOrderEntriesOf(smooth.content());
    }

    @Test
    void the_same_events_again_change_nothing() {
        List<Object> events = new TrackingHistory(new Random(7), 2_000).events();
        ViewFeed feed = feed(new MemoryDocuments());
        feed.feed(events, 50);
        var once = feed.content();

        feed.feed(events, 50);
        assertThat(feed.content()).isEqualTo(once);
        feed.feed(events, 1);
        assertThat(feed.content()).isEqualTo(once);
    }

    @Test
    void the_deletion_of_every_project_user_and_tag_leaves_nothing() {
        TrackingHistory history = new TrackingHistory(new Random(8), 2_000);
        List<Object> events = new ArrayList<>(history.events());
        history.there(Kind.PROJECT).forEach(id -> events.add(Happenings.projectGone(id)));
        history.there(Kind.USER).forEach(id -> events.add(Happenings.userGone(id)));
        history.there(Kind.TAG).forEach(id -> events.add(Happenings.tagGone(id)));
        ViewFeed feed = feed(new MemoryDocuments());

        feed.feed(events, 100);

        assertThat(feed.content().keySet()).containsExactly("user 0000000000000001");
    }

    static ViewFeed feed(Documents documents) {
        return new ViewFeed(documents, TrackingView::projections, TrackingView.VIEW);
    }
}
