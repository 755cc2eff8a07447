package io.daybook.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Histograms over steps, by what is drawn: at step n there are 100 values from n to n + 1. */
class HistogramIT {

    @RegisterExtension
    static final Dashboard dashboard = new Dashboard();

    private static final int STEPS = 4;
    private static final String DRAWN = "window.daybook?.histograms?.get('weights')";
    private static final String SUM = ".reduce((sum, n) => sum + n, 0)";

    private static long iteration;
    private static long beforeTheLast;

    @BeforeAll
    static void values_move_up_from_step_to_step() {
        CrayonRuns.begin(dashboard.http(), "ridges");
        for (int step = 0; step < STEPS - 1; step++) log("ridges", step);
        beforeTheLast = dashboard.head();
        log("ridges", STEPS - 1);
        iteration = CrayonRuns.iterationOf(dashboard.http(), "ridges");
    }

    private static void log(String experiment, int step) {
        String values = IntStream.range(0, 100)
                .mapToObj(i -> String.valueOf(step + (i + 0.5) / 100))
                .collect(Collectors.joining(","));
        dashboard
                .http()
                .post("/data/histograms", "xp", experiment, "name", "weights", "tobuild", "true")
                .body("[" + (1000 + step) + ", " + step + ", [" + values + "]]")
                .answers(200, "ok");
    }

    private static Tab drawn(String state, String condition) {
        return dashboard.tab().at("/iteration/" + iteration + state).until(DRAWN + "?." + condition);
    }

    private static int part(Tab tab, int row, int from, int to) {
        Object sum = tab.tells(
                "Math.round(" + DRAWN + ".rows[" + row + "].bins.slice(" + from + ", " + to + ")" + SUM + ")");
        return ((Number) sum).intValue();
    }

    @Test
    void each_step_is_a_ridge() {
        Tab tab = drawn("", "form === 'ridges'");

        assertThat(tab.tells(DRAWN + ".rows.map((row) => row.step)")).asString().isEqualTo("[0, 1, 2, 3]");
        assertThat(part(tab, 0, 0, 13)).isEqualTo(100);
        assertThat(part(tab, 0, 13, 48)).isZero();
        assertThat(part(tab, 3, 35, 48)).isEqualTo(100);
        assertThat(tab.find(".ridges path").count()).isEqualTo(STEPS);
        assertThat(
                        tab.tells(
                                "new Set([...document.querySelectorAll('.ridges path')].map((path) => path.getAttribute('d'))).size"))
                .isEqualTo(STEPS);
        tab.isAccessible();
    }

    /** A canvas of 420 by 260 dots: steps go to the right, values up. */
    private static final String CORNERS = """
            (() => {
              const {data} = document.querySelector('canvas.heat').getContext('2d').getImageData(0, 0, 420, 260);
              return [[50, 230], [50, 30], [370, 30], [370, 230]].map(([x, y]) => data[4 * (y * 420 + x) + 3] > 0);
            })()""";

    @Test
    void all_steps_are_a_map_of_heat() {
        Tab tab = drawn("", "form === 'ridges'");
        tab.find("button:has-text('Heat map')").click();
        tab.until(DRAWN + ".form === 'heat'").until("location.hash.includes('heat=1')");

        assertThat(tab.tells(CORNERS)).isEqualTo(List.of(true, false, true, false));
        tab.shows("Across: steps 0 to 3").isAccessible();
    }

    @Test
    void what_came_later_was_not_there_then() {
        Tab tab = drawn("?heat=1&asOf=" + beforeTheLast, "rows.length === " + (STEPS - 1));

        assertThat(part(tab, 2, 32, 48)).isEqualTo(100);
    }

    @Test
    void a_step_that_comes_is_drawn() {
        CrayonRuns.begin(dashboard.http(), "growing");
        log("growing", 0);
        Tab tab = dashboard
                .tab()
                .at("/iteration/" + CrayonRuns.iterationOf(dashboard.http(), "growing"))
                .until(DRAWN + "?.rows.length === 1");

        log("growing", 1);
        tab.until(DRAWN + ".rows.length === 2");
    }
}
