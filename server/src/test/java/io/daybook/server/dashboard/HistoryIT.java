package io.daybook.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

/** What happened, and how things were. */
class HistoryIT {

    @RegisterExtension
    static final Dashboard dashboard = new Dashboard();

    private static final int MORE_THAN_SHOWN = 70;

    private static long metric(long iteration, double value) {
        return dashboard.create("/metric/iteration/" + iteration, "{\"key\":\"loss\",\"value\":" + value + "}");
    }

    private static void correct(long metric, double value) {
        dashboard
                .http()
                .request("PATCH", "/metric/" + metric)
                .body("{\"value\":" + value + "}")
                .answers(200);
    }

    @Test
    void events_are_told_in_words_and_lead_to_the_thing() {
        long iteration = dashboard.iteration();
        correct(metric(iteration, 3), 2.5);
        Tab tab = dashboard.tab().at("/history?aggregate=iteration-" + iteration);
        tab.shows("corrected loss = 3 at step 0 to loss = 2.5 at step 0").shows("began the iteration");

        assertThat(tab.column(3)).containsOnly("default");
        tab.find("tbody summary").first().click();
        tab.shows("\"payload_hash\"");
        tab.find("tbody a:has-text('iteration " + iteration + "')").first().click();
        tab.find("h1:has-text('Iteration " + iteration + "')").waitFor();
        forget(iteration);
        tab.shows("This does not exist").expected("404");
    }

    private static final String TOLD =
            "[...document.querySelectorAll('main tbody summary')].map((told) => told.innerText)";

    @Test
    void filters_are_in_the_address() {
        Tab tab = dashboard.tab().at("/history");
        tab.find("label:has-text('What happened') select").selectOption("ProjectCreated");
        tab.until("location.hash.includes('type=ProjectCreated')");
        tab.until(TOLD + ".length > 0 && " + TOLD + ".every((told) => told.startsWith('created the project'))");
    }

    @Test
    void the_server_filters_by_all_that_it_knows() {
        long iteration = dashboard.iteration();
        correct(metric(iteration, 3), 2.5);
        long corrected = dashboard.head();
        metric(iteration, 1);
        Tab tab =
                dashboard.tab().at("/history?aggregate=iteration-" + iteration).shows("began the iteration");

        tab.find("label:has-text('What happened') select").selectOption("corrected");
        tab.until(TOLD + ".length === 1 && " + TOLD + "[0].startsWith('corrected')");
        tab.find("label:has-text('Who') select").selectOption("default");
        tab.find("label:has-text('Door') select").selectOption("tracking");
        tab.until("location.hash.includes('actor=1') && location.hash.includes('via=tracking')");
        tab.find("label:has-text('Door') select").selectOption("crayon");
        tab.shows("Nothing like that here");
        tab.find("label:has-text('Door') select").selectOption("");
        tab.find("label:has-text('What happened') select").selectOption("");
        tab.find("label:has-text('To (') input").fill("" + corrected);
        tab.find("label:has-text('To (') input").press("Enter");
        tab.until(TOLD + ".length === 3 && " + TOLD + "[0].startsWith('corrected')");
        tab.find("label:has-text('From (') input").fill("" + corrected);
        tab.find("label:has-text('From (') input").press("Enter");
        tab.until(TOLD + ".length === 1 && " + TOLD + "[0].startsWith('corrected')");
        forget(iteration);
    }

    @Test
    void what_is_being_typed_stays_when_news_arrive() {
        long iteration = dashboard.iteration();
        Tab tab =
                dashboard.tab().at("/history?aggregate=iteration-" + iteration).shows("began the iteration");
        Locator search = tab.find("label:has-text('Search') input");

        search.pressSequentially("corr");
        metric(iteration, 3);
        tab.until(TOLD + ".length === 2");

        assertThat(search.inputValue()).isEqualTo("corr");
        forget(iteration);
    }

    private static void forget(long iteration) {
        dashboard.http().delete("/iteration/" + iteration).answers(200);
    }

    @Test
    void a_text_is_searched_for_further_back_than_what_is_shown() {
        long sought = dashboard.create(
                "/experiment/project/" + dashboard.seeded().project(), "{\"status_id\":1,\"name\":\"needle 7\"}");
        long later = dashboard.create(
                "/experiment/project/" + dashboard.seeded().project(), "{\"status_id\":1,\"name\":\"hay\"}");
        for (int i = 0; i < MORE_THAN_SHOWN; i++) dashboard.create("/iteration/experiment/" + later, "");
        Tab tab = dashboard.tab().at("/history").shows("began the iteration");
        assertThat(tab.column(6)).noneMatch(told -> told.contains("needle 7"));

        tab.find("input[type=search]").fill("needle 7");
        tab.find("input[type=search]").press("Enter");
        tab.until(TOLD + ".length === 1 && " + TOLD + "[0].includes('needle 7')");
        assertThat(tab.page().url()).contains("search=needle+7");
        tab.shows("1 found in the whole log");
        for (long each : List.of(sought, later))
            dashboard.http().delete("/experiment/" + each).answers(200);
    }

    @Test
    void older_parts_of_the_log_are_a_button_away() {
        long experiment = dashboard.create(
                "/experiment/project/" + dashboard.seeded().project(), "{\"status_id\":1,\"name\":\"hay\"}");
        for (int i = 0; i < MORE_THAN_SHOWN; i++) dashboard.create("/iteration/experiment/" + experiment, "");
        Tab tab = dashboard
                .tab()
                .at("/history?project=" + dashboard.seeded().project())
                .shows("began the iteration");
        tab.find("button:text-is('Older')").click();
        tab.until("location.hash.includes('before=')");
        tab.until(TOLD + ".some((told) => told.includes('hay'))");

        tab.find("button:text-is('Newest')").click();
        tab.until("!location.hash.includes('before=')");
        dashboard.http().delete("/experiment/" + experiment).answers(200);
    }

    @Test
    void the_log_is_verified_and_a_checkpoint_taken_away() throws IOException {
        Tab tab = dashboard.tab().at("/history");
        tab.find("button:has-text('Verify the log')").click();
        tab.shows("are what was written");

        Download download = tab.page().waitForDownload(() -> tab.find("button:has-text('Download a checkpoint')")
                .click());
        try (InputStream checkpoint = download.createReadStream()) {
            assertThat(JsonMapper.shared().readTree(checkpoint.readAllBytes()).propertyNames())
                    .contains("position", "hash", "signature", "public_key");
        }
    }

    @Test
    void a_correction_shows_what_was_there_before() {
        long iteration = dashboard.iteration();
        long first = metric(iteration, 3);
        metric(iteration, 1);
        correct(first, 2.5);
        Tab tab = dashboard.tab().at("/iteration/" + iteration).shows("Corrections");

        assertThat(tab.find(".card:has-text('Corrections') li").innerText())
                .startsWith("loss at step 0: 3 → 2.5, by default on");
        tab.until("window.daybook.charts.get('loss')?.props.marks.some((mark) => mark.kind === '✎' && mark.x === 0)");
        forget(iteration);
        tab.shows("This does not exist").expected("404");
    }

    @Test
    void the_slider_leads_to_any_moment_and_back() {
        long iteration = dashboard.iteration();
        long metric = metric(iteration, 3);
        long before = dashboard.head();
        correct(metric, 2.5);
        Tab tab = dashboard.tab().at("/iteration/" + iteration + "?time=1");
        tab.until("window.daybook?.charts.get('loss')?.data[1][0] === 2.5");

        tab.find(".lookback input").waitFor();
        tab.tells("(() => { const slider = document.querySelector('.lookback input'); slider.value = " + before
                + "; slider.dispatchEvent(new Event('input', {bubbles: true})); })()");
        tab.until("window.daybook?.charts.get('loss')?.data[1][0] === 3");
        assertThat(tab.page().url()).contains("asOf=" + before);
        tab.shows("Nothing can be changed here").isAccessible();
        assertThat(tab.find("button:has-text('+ tag'), button:has-text('Edit')").count())
                .isZero();

        tab.find("button:has-text('Back to the present')").click();
        tab.until("window.daybook?.charts.get('loss')?.data[1][0] === 2.5");
    }

    @Test
    void what_changed_between_two_moments_is_told() {
        long before = dashboard.head();
        long experiment = dashboard.create(
                "/experiment/project/" + dashboard.seeded().project(), "{\"status_id\":1,\"name\":\"old name\"}");
        long between = dashboard.head();
        dashboard
                .http()
                .request("PATCH", "/experiment/" + experiment)
                .body("{\"name\":\"new name\"}")
                .answers(200);
        String range = "/changes?project=" + dashboard.seeded().project() + "&since=";
        Tab tab = dashboard.tab().at(range + between);
        tab.shows("1 changed");
        Locator change = tab.find(".card:has-text('Changed') li");
        assertThat(change.innerText()).contains("name old name → new name");

        tab.at(range + before + "&until=" + between).shows("1 thing created, 0 changed");
    }
}
