package io.daybook.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.tracking.TrackingClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an iteration has beside its charts. */
class IterationIT {

    @RegisterExtension
    static final Dashboard dashboard = new Dashboard();

    private static TrackingClient client() {
        return new TrackingClient(dashboard.http());
    }

    private static long iteration() {
        return client().iteration(client().experiment(dashboard.seeded().project()));
    }

    @Test
    void parameters_and_environment_are_told() {
        long id = iteration();
        client().create("/parameter/iteration/" + id, "{\"key\":\"lr\",\"value\":\"0.1\"}");
        dashboard
                .http()
                .post("/iteration/" + id + "/snapshot")
                .body(
                        "{\"julia_version\":\"1.11\",\"git_sha\":\"c0ffee\",\"git_dirty\":true,\"entrypoint\":\"train.jl\","
                                + "\"project_toml\":\"[deps]\",\"manifest_toml\":\"locked\"}")
                .answers(200);
        Tab tab = dashboard.tab().at("/iteration/" + id);

        tab.find(".card:has-text('Environment') dd").first().waitFor();
        assertThat(tab.find(".card:has-text('Environment') dd").allInnerTexts())
                .containsExactly("train.jl", "c0ffee with changes that were not committed", "1.11");
        assertThat(tab.find(".card:has-text('Parameters') dl").innerText()).isEqualTo("lr\n0.1");
        tab.find("summary:text-is('Project file')").click();
        tab.shows("[deps]").isAccessible();
    }

    @Test
    void notes_are_written_while_the_iteration_goes_on() {
        long id = iteration();
        Tab tab = dashboard.tab().at("/iteration/" + id);
        tab.find("button:text-is('Edit')").click();
        tab.find("textarea").fill("looks\n<b>good</b>");
        tab.find("button:text-is('Save')").click();
        tab.until("document.querySelector('.notes')?.innerText === 'looks\\n<b>good</b>'");
        assertThat(client().get("/iteration/" + id).get("notes").asString()).isEqualTo("looks\n<b>good</b>");

        tab.find("button:text-is('Edit')").click();
        tab.find("textarea").fill("too late");
        client().patch("/iteration/" + id, "{\"status_id\":2,\"end_date\":\"2026-06-23T13:07:27\"}");
        tab.shows("This cannot be saved any more");
        assertThat(tab.find("textarea").inputValue()).isEqualTo("too late");
        tab.find("button:text-is('Leave as it was')").click();
        assertThat(tab.find("main button:text-is('Edit')").count()).isZero();
        client().delete("/iteration/" + id);
        tab.shows("This does not exist").expected("404");
    }
}
