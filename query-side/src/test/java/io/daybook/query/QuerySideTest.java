package io.daybook.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.crayon.CrayonName;
import io.daybook.api.crayon.CrayonQuery.FindCrayonNames;
import io.daybook.api.crayon.CrayonQuery.FindCrayonScalars;
import io.daybook.api.crayon.CrayonQuery.FindCrayonSeries;
import io.daybook.api.crayon.CrayonView.Names;
import io.daybook.api.crayon.CrayonView.Scalars;
import io.daybook.api.crayon.CrayonView.SeriesNames;
import io.daybook.api.documents.View;
import io.daybook.api.experiment.ExperimentEvent.CrayonNameGiven;
import io.daybook.api.experiment.ExperimentEvent.ExperimentDeleted;
import io.daybook.api.iteration.IterationEvent.PointChanged;
import io.daybook.api.iteration.IterationEvent.PointDeleted;
import io.daybook.api.iteration.IterationQuery.FindMetric;
import io.daybook.api.iteration.IterationQuery.FindMetricsOfIteration;
import io.daybook.api.iteration.LoggedPoint;
import io.daybook.api.iteration.MetricId;
import io.daybook.api.iteration.MetricView;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.message.Meta;
import io.daybook.api.page.Page;
import io.daybook.api.page.Slice;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.refusal.Unavailable;
import io.daybook.api.sequence.SequenceEvent.IdsLeased;
import io.daybook.query.iteration.Points;
import java.time.Duration;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class QuerySideTest {

    private static final FindCrayonScalars LOSS = new FindCrayonScalars(new CrayonName("foo"), "loss", 0, 10);
    private static final FindCrayonNames NAMES = new FindCrayonNames();

    private static final Duration LONG = Duration.ofSeconds(20);
    /** For reads that are to be refused; whatever is to be answered has been waited for then. */
    private static final Duration SHORT = Duration.ofMillis(700);

    private RunningQuerySide running = new RunningQuerySide(LONG);
    private final Points points = new Points(101);

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    @Tag("ops-2.position.none")
    void a_read_sees_the_writes_before_it() {
        begin();
        for (int i = 1; i <= 50; i++) {
            running.publish(points.logged(Points.point("loss", i, i)));
            assertThat(running.ask(LOSS, Scalars.class).count()).isEqualTo(i);
        }
    }

    @Test
    void a_read_after_an_event_that_no_view_knows_is_answered() {
        begin();
        for (int i = 0; i < 5; i++) {
            running.publish(new IdsLeased("sequence:iteration", i, i));
            assertThat(running.ask(NAMES, Names.class).names()).containsExactly("foo");
        }
    }

    @Test
    @Tag("ops-2.position.read")
    void an_answer_says_for_which_position_it_is_true() {
        begin();

        MetaData answer =
                running.asked(NAMES, Names.class, MetaData.emptyInstance()).getMetaData();
        assertThat(answer.get(Meta.ANSWERED_AT)).isEqualTo(Long.toString(running.head()));
    }

    @Test
    void a_view_that_stands_still_is_refused_after_the_wait_and_answered_when_it_goes_on() {
        beginInAHurry();
        running.awaitView("series");
        running.processor("series").shutDown();
        running.publish(points.logged(Points.point("loss", 1, 1)));

        assertThat(running.refusal(LOSS, Scalars.class)).isEqualTo(Refusal.PROJECTION_BEHIND);
        for (String view : List.of("crayon", "access")) running.awaitView(view);
        assertThat(running.ask(NAMES, Names.class).names()).containsExactly("foo");

        running.processor("series").start();
        running.awaitStored();
        assertThat(running.ask(LOSS, Scalars.class).count()).isEqualTo(1);
    }

    @Test
    @Tag("ops-2.position.named")
    void a_read_waits_for_the_position_that_it_names_and_for_none_at_0() {
        beginInAHurry();
        MetaData future = MetaData.with(Meta.POSITION, Long.toString(running.head() + 1));
        assertThat(running.asked(NAMES, Names.class, future).isExceptional()).isTrue();

        running.awaitView("crayon");
        running.processor("crayon").shutDown();
        running.publish(new CrayonNameGiven(2, 1, 102, "bar"));
        assertThat(running.askAtOnce(NAMES, Names.class).names()).containsExactly("foo");
    }

    @Test
    void a_view_that_was_dropped_fills_itself_again() {
        begin();
        running.publish(points.logged(Points.point("loss", 1, 1)));
        running.awaitView("series");

        for (View view : running.querySide().views().all()) running.documents().open(view, "something else");
        running.publish(points.logged(Points.point("loss", 2, 2)));

        running.awaitStored();
        assertThat(running.ask(LOSS, Scalars.class).count()).isEqualTo(2);
    }

    @Test
    void a_store_that_was_out_of_reach_loses_nothing() {
        beginInAHurry();
        running.awaitView("series");
        running.documents().broken(true);
        running.publish(points.logged(Points.point("loss", 1, 1)));
        assertThat(running.refusal(LOSS, Scalars.class)).isEqualTo(Refusal.PROJECTION_BEHIND);

        running.documents().broken(false);
        running.publish(points.logged(Points.point("loss", 2, 2)));
        running.awaitStored();
        assertThat(running.ask(LOSS, Scalars.class).step()).containsExactly(1, 2);
    }

    @Test
    void a_store_that_cannot_be_read_puts_readers_off() {
        begin();
        running.publish(points.logged(Points.point("loss", 1, 1)));
        running.awaitView("series");
        running.documents().beforeNextChunks(() -> {
            throw new OutOfReach();
        });

        assertThat(running.refusal(LOSS, Scalars.class)).isEqualTo(Refusal.STORE_UNAVAILABLE);
        assertThat(running.ask(LOSS, Scalars.class).step()).containsExactly(1);
    }

    private static final class OutOfReach extends IllegalStateException implements Unavailable {}

    @Test
    void a_deletion_is_seen_at_once() {
        begin();
        running.publish(new ExperimentDeleted(1, 1));

        assertThat(running.ask(NAMES, Names.class).names()).isEmpty();
    }

    @Test
    void metrics_are_read_as_they_were_corrected() {
        begin();
        ScalarPoint point = Points.point("loss", 1, 1);
        ScalarPoint corrected = Points.point("loss", 1, 2);
        running.publish(points.logged(point));
        running.publish(new PointChanged(101, new LoggedPoint(0, 0, point), new LoggedPoint(0, 0, corrected), 1L, 1));
        MetricId id = MetricId.of(101, 0);

        assertThat(running.ask(new FindMetric(id), MetricView.class))
                .isEqualTo(new MetricView(id.value(), 101, "loss", 2, 1, corrected.wallTime()));
        var all = new FindMetricsOfIteration(id.iteration(), new Slice(0, 50));
        assertThat(running.ask(all, Page.class).total()).isEqualTo(1);
        assertThat(running.refusal(new FindMetric(MetricId.of(101, 1)), MetricView.class))
                .isEqualTo(Refusal.UNKNOWN_METRIC);
    }

    @Test
    void a_series_whose_points_are_all_gone_is_unknown_and_counts_on() {
        begin();
        ScalarPoint point = Points.point("loss", 1, 1);
        running.publish(points.logged(point));
        running.publish(new PointDeleted(101, new LoggedPoint(0, 0, point), null));

        assertThat(running.refusal(LOSS, Scalars.class)).isEqualTo(Refusal.UNKNOWN_SERIES);
        assertThat(running.ask(new FindCrayonSeries(new CrayonName("foo")), SeriesNames.class)
                        .scalars())
                .isEmpty();

        running.publish(points.logged(Points.point("loss", 2, 2)));
        assertThat(running.ask(LOSS, Scalars.class).step()).containsExactly(2);
    }

    private void beginInAHurry() {
        running.close();
        running = new RunningQuerySide(SHORT);
        begin();
    }

    private void begin() {
        running.publish(points.created(1), new CrayonNameGiven(1, 1, 101, "foo"));
    }
}
