package io.daybook.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From projects to the table of iterations. */
class TableIT {

    @RegisterExtension
    static final Dashboard dashboard = new Dashboard();

    private static final int ID = 3;

    private static Tab table(String state) {
        Tab tab = dashboard.tab().at("/experiment/" + dashboard.seeded().experiment() + state);
        tab.find("main tbody tr").first().waitFor();
        return tab;
    }

    private static List<Long> ids(Tab tab) {
        return tab.column(ID).stream().map(Long::valueOf).toList();
    }

    /** The address changes a moment before the table. */
    private static void has(Tab tab, List<Long> rows) {
        tab.until("JSON.stringify([...document.querySelectorAll('main tbody tr:not(.group) > :nth-child(" + ID
                + ")')].map((id) => Number(id.innerText))) === '"
                + rows.toString().replace(" ", "") + "'");
    }

    private static Tab waitFor(Tab tab, int rows) {
        return tab.until("document.querySelectorAll('main tbody tr:not(.group)').length === " + rows);
    }

    private static List<Long> together(List<Long> first, List<Long> then) {
        List<Long> all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }

    @Test
    void leads_from_projects_to_an_iteration() {
        Tab tab = dashboard.tab().at("/");
        tab.find("main a:text-is('Vision')").click();
        tab.find("main a:text-is('Optimisers')").click();
        tab.find("th a:text-is('" + dashboard.seeded().adam().getFirst() + "')").click();

        tab.shows("Iteration " + dashboard.seeded().adam().getFirst());
        assertThat(tab.find("main h1").innerText()).startsWith("Iteration");
        assertThat(tab.page().title()).contains("Optimisers");
    }

    @Test
    void parameters_and_last_values_are_columns_and_a_status_is_a_word() {
        Tab tab = table("");

        assertThat(tab.find("thead button").allInnerTexts()).contains("optimizer", "lr", "loss");
        assertThat(tab.column(4)).containsExactlyInAnyOrder("running", "running", "running", "failed");
        assertThat(tab.find("tbody .odd").allInnerTexts()).containsExactly("∞");
    }

    @Test
    void a_heading_sorts_up_and_then_down() {
        Tab tab = table("");

        tab.find("thead button:text-is('loss')").click();
        tab.until("location.hash.includes('sort=m%3Aloss')");
        List<Long> up = together(dashboard.seeded().adam(), dashboard.seeded().sgd());
        has(tab, up);
        assertThat(tab.find("th[aria-sort=ascending]").innerText()).contains("loss");

        tab.find("thead button:has-text('loss')").click();
        tab.until("location.hash.includes('sort=-m')");
        has(tab, up.reversed());
    }

    @Test
    void a_filter_compares_parameters_and_metrics() {
        Tab tab = table("");

        tab.find("input[type=search]").fill("loss < 0.2 and optimizer = \"adam\"");
        waitFor(tab, 2);

        assertThat(ids(tab))
                .containsExactlyInAnyOrderElementsOf(dashboard.seeded().adam());
        tab.find("input[type=search]").fill("tag = baseline or not (loss < 1)");
        tab.shows("2 iterations of 4");
        assertThat(ids(tab))
                .containsExactlyInAnyOrder(
                        dashboard.seeded().adam().getFirst(),
                        dashboard.seeded().sgd().getLast());
    }

    @Test
    void a_filter_that_breaks_off_says_where() {
        Tab tab = table("?filter=loss+%3C");

        tab.shows("After “<” a value is missing");
        assertThat(ids(tab)).hasSize(4);
        assertThat(tab.find("input[type=search]").getAttribute("aria-invalid")).isEqualTo("true");
    }

    @Test
    void iterations_are_grouped_by_a_parameter() {
        Tab tab = table("");

        tab.find("label:has-text('Group by') select").selectOption("p:optimizer");
        tab.find("tr.group").first().waitFor();

        assertThat(tab.find("tr.group").allInnerTexts())
                .containsExactly("optimizer = adam · 2 iterations", "optimizer = sgd · 2 iterations");
    }

    @Test
    void what_is_chosen_and_pinned_is_in_the_address() {
        Tab tab = table("?sort=loss");
        long last = dashboard.seeded().sgd().getLast();

        tab.find("[aria-label='Pin iteration " + last + "']").click();
        tab.find("[aria-label='Choose iteration " + last + "']").check();
        tab.until("location.hash.includes('pick=" + last + "')");
        tab.page().reload();
        tab.find("main tbody tr.chosen").waitFor();

        assertThat(ids(tab).getFirst()).isEqualTo(last);
        assertThat(tab.find("[aria-label='Choose iteration " + last + "']").isChecked())
                .isTrue();
    }

    @Test
    void columns_can_be_left_out() {
        Tab tab = table("");

        tab.find("summary:has-text('Columns')").click();
        tab.find(".choice label:has-text('lr')").click();
        tab.until("![...document.querySelectorAll('thead button')].some((head) => head.innerText === 'lr')");
    }

    @Test
    void the_keyboard_is_enough() {
        Tab tab = table("?sort=loss");

        tab.page().keyboard().press("/");
        assertThat((Boolean) tab.tells("document.activeElement.type === 'search'"))
                .isTrue();
        Locator first = tab.find("tbody th a").first();
        first.focus();
        tab.page().keyboard().press("ArrowDown");
        tab.page().keyboard().press("x");

        tab.until("location.hash.includes('pick=" + dashboard.seeded().adam().get(1) + "')");
    }

    @Test
    void tags_come_and_go() {
        Tab tab = table("");

        tab.find("button:has-text('+ tag')").click();
        tab.find("[aria-label='New tag']").fill("sweep");
        tab.page().keyboard().press("Enter");
        tab.find(".heading .tag:has-text('sweep') button").click();

        tab.until("!document.querySelector('.heading .tag')");
    }

    @Test
    void what_is_new_appears_by_itself() {
        long experiment = dashboard.create(
                "/experiment/project/" + dashboard.seeded().project(), "{\"status_id\":1,\"name\":\"live\"}");
        Tab tab = dashboard.tab().at("/experiment/" + experiment).shows("This experiment has no iterations yet");

        long id = dashboard.create("/iteration/experiment/" + experiment, "");
        tab.find("tbody th a:text-is('" + id + "')").waitFor();
        dashboard.create("/metric/iteration/" + id, "{\"key\":\"fresh\",\"value\":0.25}");

        tab.find("tbody td:text-is('0.25')").waitFor();
    }

    @Test
    void colours_are_the_readers_choice() {
        Tab tab = table("");
        String paper = "getComputedStyle(document.body).backgroundColor";
        tab.find("label:has-text('Colours') select").selectOption("dark");
        tab.until(paper + " === 'rgb(20, 23, 26)'");
        tab.page().reload();
        tab.until(paper + " === 'rgb(20, 23, 26)'");

        tab.find("label:has-text('Colours') select").selectOption("system");
        tab.until(paper + " === 'rgb(250, 250, 248)'");
    }
}
