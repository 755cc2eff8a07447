package io.daybook.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.tracking.TrackingClient;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The slider of time over a history that is longer than what can be marked on it. */
class TimeIT {

    @RegisterExtension
    static final Dashboard dashboard = new Dashboard();

    private static final int CORRECTIONS = 400;
    private static final String MARKS =
            "[...document.querySelectorAll('.lookback .marks i')].map((mark) => Number(mark.dataset.position))";

    private static long project;
    private static long iteration;
    private static long first;
    private static long last;

    private static TrackingClient client() {
        return new TrackingClient(dashboard.http());
    }

    @BeforeAll
    static void a_deletion_many_corrections_and_a_promotion() {
        project = client().project();
        long experiment = client().experiment(project);
        client().delete("/iteration/" + client().iteration(experiment));
        first = dashboard.head();
        iteration = client().iteration(experiment);
        long metric = client().metric(iteration, "{\"key\":\"loss\",\"value\":0}");
        for (int i = 1; i <= CORRECTIONS; i++) client().patch("/metric/" + metric, "{\"value\":" + i + "}");
        long model = client().create("/model/project/" + project, "{\"name\":\"model\"}");
        long version = client().create("/modelversion/model/" + model, "{\"iteration_id\":" + iteration + "}");
        client().patch("/modelversion/" + version, "{\"stage_id\":3}");
        last = dashboard.head();
        client().metric(iteration, "{\"key\":\"loss\",\"value\":0}");
    }

    private static Tab lookedBack() {
        Tab tab = dashboard.tab().at("/history?time=1&project=" + project);
        tab.find(".lookback .marks i").first().waitFor();
        return tab;
    }

    private static List<Long> marks(Tab tab) {
        return ((List<?>) tab.tells(MARKS))
                .stream().map(position -> ((Number) position).longValue()).toList();
    }

    @Test
    void the_oldest_and_the_newest_are_marked_and_some_of_all_between() {
        List<Long> marks = marks(lookedBack());

        assertThat(marks).startsWith(first).contains(last).hasSizeLessThan(CORRECTIONS);
        for (long tenth = 0; tenth < 10; tenth++) {
            long from = first + tenth * (last - first) / 10;
            long to = first + (tenth + 1) * (last - first) / 10;
            assertThat(marks).as("marks from %d to %d", from, to).anyMatch(mark -> mark >= from && mark <= to);
        }
    }

    @Test
    void kinds_are_told_in_words() {
        Tab tab = lookedBack();

        assertThat(tab.find(".lookback .marked li").allInnerTexts())
                .allMatch(text ->
                        Stream.of("promotions", "corrections", "deletions").anyMatch(text::startsWith))
                .hasSize(3);
        tab.isAccessible();
    }

    @Test
    void steps_lead_to_each_thing_marked_or_not() {
        Tab tab = lookedBack();
        click(tab, "Before").until("location.hash.includes('asOf=" + last + "')");
        tab.shows("moved a version to production");

        for (int i = 0; i < 3; i++) {
            String before = tab.page().url();
            click(tab, "Before").until("location.href !== '" + before + "'");
        }
        tab.shows("corrected loss = " + (CORRECTIONS - 3) + " at step 0 to loss = " + (CORRECTIONS - 2));
        click(tab, "Next");
        tab.shows("corrected loss = " + (CORRECTIONS - 2) + " at step 0 to loss = " + (CORRECTIONS - 1));
    }

    private static Tab click(Tab tab, String step) {
        tab.find(".lookback button:has-text('" + step + "')").click();
        return tab;
    }

    @Test
    void an_iteration_with_many_corrections_shows_the_newest_and_the_way_to_all() {
        Tab tab = dashboard.tab().at("/iteration/" + iteration).shows("The newest 200");

        assertThat(tab.find(".card:has-text('Corrections') li").last().innerText())
                .startsWith("loss at step 0: " + (CORRECTIONS - 1) + " → " + CORRECTIONS);
        tab.find("a:text-is('all of them')").click();
        tab.shows("corrected loss = " + (CORRECTIONS - 1) + " at step 0 to loss = " + CORRECTIONS);
    }

    @Test
    void what_happens_meanwhile_is_marked() {
        long fresh = client().project();
        long experiment = client().experiment(fresh);
        client().delete("/experiment/" + client().experiment(fresh));
        long before = dashboard.head();
        Tab tab = dashboard.tab().at("/history?time=1&project=" + fresh).until(MARKS + ".at(-1) === " + before);

        client().patch("/experiment/" + experiment, "{\"status_id\":3}");
        long now = dashboard.head();
        tab.until(MARKS + ".at(-1) === " + now);
        assertThat(marks(tab)).containsExactly(before, now);
    }
}
