package io.daybook.query.crayon;

import static io.daybook.query.crayon.Story.FOO;
import static io.daybook.query.iteration.Points.histogram;
import static io.daybook.query.iteration.Points.point;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.crayon.CrayonName;
import io.daybook.api.crayon.CrayonQuery.FindCrayonExperiment;
import io.daybook.api.crayon.CrayonQuery.FindCrayonHistograms;
import io.daybook.api.crayon.CrayonQuery.FindCrayonNames;
import io.daybook.api.crayon.CrayonQuery.FindCrayonScalars;
import io.daybook.api.crayon.CrayonQuery.FindCrayonSeries;
import io.daybook.api.crayon.CrayonQuery.FindMoreHistograms;
import io.daybook.api.crayon.CrayonQuery.FindMoreScalars;
import io.daybook.api.crayon.CrayonTarget;
import io.daybook.api.crayon.CrayonView.Histograms;
import io.daybook.api.crayon.CrayonView.Names;
import io.daybook.api.crayon.CrayonView.Scalars;
import io.daybook.api.crayon.CrayonView.SeriesNames;
import io.daybook.api.documents.Change;
import io.daybook.api.documents.Range;
import io.daybook.api.experiment.ExperimentEvent.ExperimentDeleted;
import io.daybook.api.experiment.ExperimentStatus;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.project.ProjectEvent.ProjectDeleted;
import io.daybook.api.refusal.Refusal;
import io.daybook.query.HookedDocuments;
import io.daybook.query.RunningQuerySide;
import io.daybook.query.iteration.Points;
import io.daybook.query.iteration.SeriesView;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrayonQueriesTest {

    private static final FindCrayonScalars LOSS = new FindCrayonScalars(FOO, "loss", 0, 10_000);

    private final RunningQuerySide running = new RunningQuerySide(Duration.ofSeconds(10));

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void lists_running_experiments_by_code_point() {
        String face = "\uD83D\uDE00";
        String afterSurrogates = "\uFF5E";
        running.publish(Story.begun(1, face));
        running.publish(Story.begun(2, afterSurrogates));
        running.publish(Story.begun(3, "b"));
        running.publish(Story.begun(4, "../a b'"));

        assertThat(names()).containsExactly("../a b'", "b", afterSurrogates, face);
        running.publish(Story.changed(3, ExperimentStatus.FINISHED), new ExperimentDeleted(4, 1));
        assertThat(names()).containsExactly(afterSurrogates, face);
        running.publish(Story.changed(3, ExperimentStatus.IN_PROGRESS));
        assertThat(names()).containsExactly("b", afterSurrogates, face);
    }

    @Test
    void a_finished_experiment_is_readable_and_not_running() {
        running.publish(Story.begun(1, "foo"));
        running.publish(Story.changed(1, ExperimentStatus.FINISHED));

        CrayonTarget target = running.ask(new FindCrayonExperiment(FOO), CrayonTarget.class);
        assertThat(target.running()).isFalse();
        assertThat(target.iterationId()).isEqualTo(new IterationId(101));
    }

    @Test
    void an_unknown_name_is_refused_with_a_sentence() {
        running.publish(Story.begun(1, "bar"));

        assertThat(running.refused(new FindCrayonExperiment(FOO), CrayonTarget.class)
                        .message())
                .isEqualTo("no experiment is called 'foo'");
        assertThat(running.refusal(LOSS, Scalars.class)).isEqualTo(Refusal.UNKNOWN_EXPERIMENT);
        assertThat(running.refusal(new FindCrayonSeries(FOO), SeriesNames.class))
                .isEqualTo(Refusal.UNKNOWN_EXPERIMENT);
    }

    @Test
    void series_come_in_order_of_first_appearance_each_kind_for_itself() {
        Points iteration = Story.iteration(1);
        running.publish(Story.begun(1, "foo"));
        running.publish(iteration.logged(point("z", 0, 1), point("a", 0, 1)));
        running.publish(iteration.histograms(histogram("z", 0, 3), histogram("b", 0, 3)));
        running.publish(iteration.logged(point("m", 0, 1), point("a", 1, 1)));

        SeriesNames names = running.ask(new FindCrayonSeries(FOO), SeriesNames.class);
        assertThat(names.scalars()).containsExactly("z", "a", "m");
        assertThat(names.histograms()).containsExactly("z", "b");
    }

    @Test
    void an_unknown_series_is_refused_with_a_sentence() {
        running.publish(Story.begun(1, "foo"));
        running.publish(Story.loss(1, 1, 1));

        assertThat(running.refused(new FindCrayonHistograms(FOO, "loss", 0, 1), Histograms.class)
                        .message())
                .isEqualTo("experiment 'foo' has no histogram series called 'loss'");
        assertThat(running.refusal(new FindCrayonScalars(FOO, "los", 0, 1), Scalars.class))
                .isEqualTo(Refusal.UNKNOWN_SERIES);
    }

    @Test
    void a_series_is_read_in_pages() {
        running.publish(Story.begun(1, "foo"));
        running.publish(Story.loss(1, 2_500, 0.25));

        Scalars first = running.ask(new FindCrayonScalars(FOO, "loss", 0, 1_500), Scalars.class);
        assertThat(first.count()).isEqualTo(2_500);
        assertThat(first.step()).hasSize(1_500);
        Scalars rest = running.ask(new FindMoreScalars(first.iterationId(), "loss", 1_500, 1_500), Scalars.class);
        assertThat(rest.step()).hasSize(1_000).startsWith(1_500).endsWith(2_499);
        assertThat(rest.value()).containsOnly(0.25);
    }

    @Test
    void histograms_are_read_in_pages() {
        Points iteration = Story.iteration(1);
        running.publish(Story.begun(1, "foo"));
        for (int i = 0; i < 20; i++) running.publish(iteration.histograms(histogram("w", i, 4)));

        Histograms first = running.ask(new FindCrayonHistograms(FOO, "w", 0, 17), Histograms.class);
        Histograms rest = running.ask(new FindMoreHistograms(first.iterationId(), "w", 17, 17), Histograms.class);
        assertThat(first.count()).isEqualTo(20);
        assertThat(first.points()).hasSize(17);
        assertThat(rest.points()).containsExactly(histogram("w", 17, 4), histogram("w", 18, 4), histogram("w", 19, 4));
    }

    @Test
    void more_of_a_series_that_vanished_is_refused() {
        running.publish(Story.begun(1, "foo"));
        running.publish(Story.loss(1, 10, 1), new ExperimentDeleted(1, 1));

        assertThat(running.refusal(new FindMoreScalars(new IterationId(101), "loss", 5, 5), Scalars.class))
                .isEqualTo(Refusal.UNKNOWN_SERIES);
    }

    @Test
    void a_deleted_name_is_free_for_another() {
        running.publish(Story.begun(1, "foo"));
        running.publish(Story.loss(1, 10, 1), new ExperimentDeleted(1, 1));
        running.publish(Story.begun(2, "foo"));

        assertThat(running.ask(new FindCrayonSeries(FOO), SeriesNames.class).scalars())
                .isEmpty();
        assertThat(names()).containsExactly("foo");
    }

    @Test
    void a_renamed_experiment_is_found_by_its_new_name_alone() {
        running.publish(Story.begun(1, "foo"));
        running.publish(Story.loss(1, 10, 1), Story.renamed(1, "bar"));

        assertThat(names()).containsExactly("bar");
        assertThat(running.refusal(LOSS, Scalars.class)).isEqualTo(Refusal.UNKNOWN_EXPERIMENT);
        FindCrayonExperiment bar = new FindCrayonExperiment(new CrayonName("bar"));
        assertThat(running.ask(bar, CrayonTarget.class).experimentId().value()).isEqualTo(1);
        running.publish(Story.begun(2, "foo"));
        assertThat(names()).containsExactly("bar", "foo");
    }

    @Test
    void a_deleted_project_takes_all_its_names_with_it() {
        running.publish(Story.begun(1, 7, "foo"));
        running.publish(Story.begun(2, 7, "bar"));
        running.publish(Story.begun(3, 8, "baz"));
        running.publish(new ProjectDeleted(7));
        running.publish(Story.begun(4, 7, "late"));

        assertThat(names()).containsExactly("baz");
        assertThat(running.refusal(new FindCrayonExperiment(FOO), CrayonTarget.class))
                .isEqualTo(Refusal.UNKNOWN_EXPERIMENT);
    }

    @Test
    void a_restoration_switches_the_name_and_outlives_the_deletion_of_the_old() {
        running.publish(Story.begun(1, "foo"));
        running.publish(Story.loss(1, 10, 1));
        running.publish(Story.iteration(2).created(2), Story.loss(2, 20, 2));
        assertThat(running.ask(LOSS, Scalars.class).value()).hasSize(10).containsOnly(1);

        running.publish(Story.restored(2, "foo", ExperimentStatus.FINISHED, 1));

        assertThat(running.ask(LOSS, Scalars.class).value()).hasSize(20).containsOnly(2);
        assertThat(names()).isEmpty();
    }

    @Test
    void a_deletion_that_overtakes_a_reader_is_seen_whole() {
        running.publish(Story.begun(1, "foo"));
        running.publish(Story.loss(1, 5_000, 1));
        running.awaitView("series");
        running.documents().beforeNextChunks(() -> {
            running.publish(new ExperimentDeleted(1, 1));
            running.awaitView("series");
        });

        assertThat(running.refusal(LOSS, Scalars.class)).isEqualTo(Refusal.UNKNOWN_EXPERIMENT);
    }

    @Test
    void a_restoration_that_overtakes_a_reader_answers_with_the_restored() {
        running.publish(Story.begun(1, "foo"));
        running.publish(Story.loss(1, 5_000, 1));
        running.awaitView("series");
        running.documents().beforeNextChunks(() -> {
            running.publish(Story.iteration(2).created(2), Story.loss(2, 3_000, 2));
            running.publish(Story.restored(2, "foo", ExperimentStatus.IN_PROGRESS, 1));
            running.awaitView("series");
        });

        assertThat(running.ask(LOSS, Scalars.class).value()).hasSize(3_000).containsOnly(2);
    }

    @Test
    void a_name_that_is_ahead_of_the_series_is_not_answered_short() {
        running.publish(Story.begun(1, "foo"));
        running.publish(Story.loss(1, 10, 1));
        running.awaitView("series");
        running.processor("series").shutDown();
        running.publish(Story.iteration(2).created(2), Story.loss(2, 3_000, 2));
        running.publish(Story.restored(2, "foo", ExperimentStatus.IN_PROGRESS, 1));
        running.awaitView("crayon");
        Thread later =
                Thread.ofVirtual().unstarted(() -> running.processor("series").start());
        later.start();

        assertThat(running.askAtOnce(LOSS, Scalars.class).value())
                .hasSize(3_000)
                .containsOnly(2);
    }

    /** Where a batch is not one transaction, it is seen before the view says that it has it. */
    @Test
    void a_series_that_goes_while_its_view_is_at_work_is_not_taken_for_one_that_never_was() {
        running.publish(Story.begun(1, "foo"));
        running.publish(Story.loss(1, 10, 1));
        running.awaitView("series");
        running.awaitView("crayon");
        running.processor("series").shutDown();
        running.processor("crayon").shutDown();
        running.publish(Story.iteration(2).created(2), Story.loss(2, 20, 2));
        running.publish(Story.restored(2, "foo", ExperimentStatus.IN_PROGRESS, 1));
        HookedDocuments documents = running.documents();
        long position = documents.position(SeriesView.VIEW);
        List<Change> gone = documents.range("series", new Range("", "~", 10, false)).stream()
                .<Change>map(series -> new Change.Remove("series", series.id()))
                .toList();
        documents.apply(SeriesView.VIEW, position, position, gone);
        Thread.ofVirtual().start(() -> {
            running.processor("crayon").start();
            running.processor("series").start();
        });

        assertThat(gone).hasSize(1);
        assertThat(running.askAtOnce(LOSS, Scalars.class).value()).hasSize(20).containsOnly(2);
    }

    private Iterable<String> names() {
        return running.ask(new FindCrayonNames(), Names.class).names();
    }
}
