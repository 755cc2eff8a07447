package io.daybook.query.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.crayon.CrayonQuery.FindCrayonNames;
import io.daybook.api.crayon.CrayonView.Names;
import io.daybook.api.experiment.ExperimentEvent.CrayonNameGiven;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.sequence.SequenceEvent.IdsLeased;
import io.daybook.query.RunningQuerySide;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ViewWatchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RunningQuerySide running = new RunningQuerySide(Duration.ofMillis(200));
    private final ViewWatch watch = running.watch(PATIENCE);

    @BeforeEach
    void begin() {
        running.publish(new IdsLeased("sequence:iteration", 0, 1));
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void views_that_follow_give_no_cause_for_complaint() throws Exception {
        for (int i = 1; i < 20; i++) {
            running.publish(new IdsLeased("sequence:iteration", i, i + 1));
            assertThat(watch.complaint()).isEmpty();
        }
    }

    @Test
    void a_view_that_nobody_fills_is_named_even_when_it_has_everything() throws Exception {
        running.awaitView("series");
        running.processor("series").shutDown();

        assertThat(watch.complaint().orElseThrow()).contains("the view series stopped at position 1: nobody fills it");

        running.processor("series").start();
        untilThereIsNone();
    }

    @Test
    void a_view_that_cannot_be_written_says_why_and_is_well_again_when_it_can() throws Exception {
        running.awaitView("crayon");
        running.documents().broken(true);
        running.publish(new CrayonNameGiven(2, 1, 102, "bar"));

        assertThat(untilThereIsOne()).startsWith("the view ");

        running.documents().broken(false);
        untilThereIsNone();
    }

    @Test
    void reads_that_waited_are_counted() {
        running.awaitView("crayon");
        running.ask(new FindCrayonNames(), Names.class);
        long before = running.querySide().waits().refused();
        running.processor("crayon").shutDown();
        running.publish(new IdsLeased("sequence:iteration", 1, 2));

        assertThat(running.refusal(new FindCrayonNames(), Names.class)).isEqualTo(Refusal.PROJECTION_BEHIND);

        ReadWaits waits = running.querySide().waits();
        assertThat(waits.refused()).isEqualTo(before + 1);
        assertThat(waits.waited()).isPositive();
        assertThat(waits.nanos()).isGreaterThanOrEqualTo(Duration.ofMillis(200).toNanos());
    }

    private String untilThereIsOne() throws InterruptedException {
        Optional<String> complaint = watch.complaint();
        for (long end = end(); complaint.isEmpty() && System.nanoTime() < end; ) complaint = watch.complaint();
        return complaint.orElseThrow();
    }

    private void untilThereIsNone() throws InterruptedException {
        Optional<String> complaint = watch.complaint();
        for (long end = end(); complaint.isPresent() && System.nanoTime() < end; ) complaint = watch.complaint();
        assertThat(complaint).isEmpty();
    }

    private static long end() {
        return System.nanoTime() + PATIENCE.toNanos();
    }
}
