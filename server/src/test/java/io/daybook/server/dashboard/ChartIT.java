package io.daybook.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The charts of an iteration, by what they draw. */
class ChartIT {

    @RegisterExtension
    static final Dashboard dashboard = new Dashboard();

    private static final String LONG = "window.daybook.charts.get('train/long')";
    private static final String ODD = "window.daybook.charts.get('train/odd')";

    private static Tab charts(String state) {
        return dashboard
                .tab()
                .at("/iteration/" + dashboard.seeded().rich() + state)
                .until("window.daybook?.charts.size === 3");
    }

    @Test
    void all_scalars_are_drawn_in_groups() {
        Tab tab = charts("");

        assertThat(tab.find("main section h2").allInnerTexts()).containsSubsequence("train", "test");
        assertThat(tab.tells("window.daybook.charts.get('test/loss').data"))
                .asString()
                .isEqualTo("[[0, 1, 2], [4, 2, 1]]");
    }

    @Test
    void a_long_series_comes_thinned_with_its_ends() {
        Tab tab = charts("");

        int drawn = (Integer) tab.tells(LONG + ".data[0].length");
        assertThat(drawn).isBetween(500, 1200);
        assertThat(tab.tells(LONG + ".data[0].at(-1)")).isEqualTo(Seeded.LONG - 1);
    }

    @Test
    void what_is_not_finite_is_marked_and_leaves_a_gap() {
        Tab tab = charts("");

        assertThat(tab.tells(ODD + ".data[1]")).asString().isEqualTo("[1, 2, null, 3, null, 0.5, -1]");
        assertThat(tab.tells(ODD + ".props.marks")).asString().contains("kind=NaN", "x=2", "kind=∞", "x=4");
        tab.shows("1 × NaN, 1 × ∞");
    }

    @Test
    void a_logarithmic_scale_says_what_it_leaves_out() {
        Tab tab = charts("");

        tab.find("label:has-text('Logarithmic')").click();
        tab.shows("1 of these values are 0 or less");

        tab.until("JSON.stringify(" + ODD + ".data[1]) === '[1,2,null,3,null,0.5,null]'");
    }

    @Test
    void smoothing_keeps_the_line_as_logged() {
        Tab tab = charts("?smooth=0.5");

        assertThat(tab.tells("window.daybook.charts.get('test/loss').data[1]"))
                .asString()
                .isEqualTo("[4, 2, 1]");
        List<?> smoothed =
                (List<?>) tab.tells("window.daybook.charts.get('test/loss').data[2].map((y) => Math.round(y * 1000))");
        assertThat(smoothed).asString().isEqualTo("[4000, 2667, 1714]");
    }

    @Test
    void the_axis_may_be_time() {
        Tab tab = charts("?x=relative");

        assertThat(((Number) tab.tells("window.daybook.charts.get('test/loss').data[0][0]")).doubleValue())
                .isZero();
        tab.find("label:has-text('Horizontal axis') select").selectOption("wall");
        tab.until("window.daybook.charts.get('test/loss').data[0][0] > 1e9");
    }

    @Test
    void a_stretch_is_drawn_from_finer_points() {
        Tab tab = charts("");
        BoundingBox box =
                tab.find("[aria-label^='Chart of train/long'] .u-over").boundingBox();

        tab.page().mouse().move(box.x + box.width * 0.50, box.y + 40);
        tab.page().mouse().down();
        tab.page().mouse().move(box.x + box.width * 0.51, box.y + 60);
        tab.page().mouse().move(box.x + box.width * 0.52, box.y + 60);
        tab.page().mouse().up();
        tab.until(LONG + ".data[0].length > 800 && " + LONG
                + ".data[0].every((x, i, all) => i === 0 || x === all[i - 1] + 1)");

        assertThat((Boolean) tab.tells(LONG + ".data[0][0] > 20000")).isTrue();
        tab.until("location.hash.includes('from=')");
        tab.find("button:has-text('Show all again')").click();
        tab.until(LONG + ".data[0][0] === 0");
    }

    @Test
    void the_keyboard_zooms_and_moves() {
        Tab tab = charts("");

        tab.find("[aria-label^='Chart of train/long']").focus();
        tab.page().keyboard().press("+");
        tab.until(LONG + ".data[0][0] > 12000 && " + LONG + ".data[0][0] < 13000");
        tab.page().keyboard().press("0");
        tab.until(LONG + ".data[0][0] === 0");
    }

    @Test
    void a_point_is_drawn_when_it_has_been_logged() {
        long id = dashboard.iteration();
        dashboard.create("/metric/iteration/" + id, "{\"key\":\"loss\",\"value\":4}");
        Tab tab = dashboard.tab().at("/iteration/" + id).until("Boolean(window.daybook?.charts.has('loss'))");

        dashboard.create("/metric/iteration/" + id, "{\"key\":\"loss\",\"value\":2}");
        tab.until("window.daybook.charts.get('loss').data[1].at(-1) === 2");
        dashboard.create("/metric/iteration/" + id, "{\"key\":\"accuracy\",\"value\":1}");
        tab.until("window.daybook.charts.has('accuracy')");

        dashboard.http().delete("/iteration/" + id).answers(200);
        tab.shows("This does not exist").expected("404");
    }
}
