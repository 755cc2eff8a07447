package io.daybook.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.tracking.TrackingClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What users wrote is text, wherever it is shown. */
class TextIT {

    @RegisterExtension
    static final Dashboard dashboard = new Dashboard();

    private static final String SCRIPT = "<script>window.broken=1</script><img src=x onerror=window.broken=1>";

    private static final String FILE = "<b onclick=window.broken=1>.html";

    private static Tab isText(Tab tab, int times) {
        tab.until("document.body.innerText.split('window.broken=1</script>').length > " + times);
        assertThat(tab.tells("window.broken === undefined && !document.querySelector('img[src=x]')"))
                .isEqualTo(true);
        return tab;
    }

    @Test
    void a_stored_script_stays_text() {
        long project = dashboard.create("/project/", "{\"name\":\"" + SCRIPT + "\"}");
        change("/project/" + project, "{\"description\":\"" + SCRIPT + "\"}");
        dashboard.create("/tag/project/" + project, "{\"value\":\"" + SCRIPT + "\"}");
        long experiment =
                dashboard.create("/experiment/project/" + project, "{\"status_id\":1,\"name\":\"" + SCRIPT + "\"}");
        change("/experiment/" + experiment, "{\"description\":\"" + SCRIPT + "\"}");
        long iteration = dashboard.create("/iteration/experiment/" + experiment, "");
        dashboard.create("/tag/iteration/" + iteration, "{\"value\":\"" + SCRIPT + "\"}");
        dashboard.create(
                "/parameter/iteration/" + iteration, "{\"key\":\"" + SCRIPT + "\",\"value\":\"" + SCRIPT + "\"}");
        dashboard.create("/metric/iteration/" + iteration, "{\"key\":\"" + SCRIPT + "\",\"value\":1}");
        environment(iteration);
        change("/iteration/" + iteration, "{\"notes\":\"" + SCRIPT + "\",\"error_message\":\"" + SCRIPT + "\"}");

        long model = dashboard.create("/model/project/" + project, "{\"name\":\"" + SCRIPT + "\"}");
        change("/model/" + model, "{\"description\":\"" + SCRIPT + "\"}");
        dashboard.create(
                "/modelversion/model/" + model,
                "{\"iteration_id\":" + iteration + ",\"description\":\"" + SCRIPT + "\"}");
        dashboard.create("/tag/experiment/" + experiment, "{\"value\":\"" + SCRIPT + "\"}");
        Uploads.upload(dashboard.http(), experiment, FILE, SCRIPT);
        Uploads.describe(dashboard.http(), onlyResource(experiment), SCRIPT);
        long user = dashboard.create(
                "/user/",
                "{\"first_name\":\"%1$s\",\"last_name\":\"%1$s\",\"username\":\"%1$s\",\"password\":\"p4ssword\"}"
                        .formatted(SCRIPT));

        Tab tab = dashboard.tab();
        isText(tab.at("/"), 2);
        isText(tab.at("/project/" + project), 5);
        isText(tab.at("/experiment/" + experiment), 7);
        isText(tab.at("/experiment/" + experiment + "?group=p:" + "%3Cscript"), 7);
        isText(tab.at("/iteration/" + iteration), 11);
        isText(
                tab.at("/compare?ids=" + iteration + ","
                        + dashboard.seeded().adam().getFirst()),
                4);
        isText(tab.at("/project/" + project + "/models"), 5);
        isText(tab.at("/model/" + model), 4);
        isText(tab.at("/history?project=" + project), 12);
        isText(tab.at("/changes?project=" + project), 6);
        isText(tab.at("/users"), 4);
        tab.at("/experiment/" + experiment)
                .find("button:has-text('" + FILE + "')")
                .click();
        tab.find("pre.preview:has-text('window.broken=1')").waitFor();
        assertThat(tab.tells("window.broken === undefined")).isEqualTo(true);
        dashboard.http().delete("/user/" + user).answers(200);
        dashboard.http().delete("/project/" + project).answers(200);
    }

    @Test
    void a_script_that_came_by_crayon_stays_text() {
        CrayonRuns.begin(dashboard.http(), SCRIPT);
        dashboard
                .http()
                .post("/data/scalars", "xp", SCRIPT, "name", SCRIPT)
                .body("[1000, 1, 0.5]")
                .answers(200);
        dashboard
                .http()
                .post("/data/histograms", "xp", SCRIPT, "name", SCRIPT, "tobuild", "true")
                .body("[1000, 1, [1, 2, 3]]")
                .answers(200);
        long iteration = CrayonRuns.iterationOf(dashboard.http(), SCRIPT);

        Tab tab = dashboard.tab().at("/iteration/" + iteration).until("window.daybook?.histograms?.size === 1");
        isText(tab, 3);
        isText(tab.at("/history?via=crayon"), 3);
        dashboard.http().delete("/data", "xp", SCRIPT).answers(200);
    }

    private static long onlyResource(long experiment) {
        return new TrackingClient(dashboard.http())
                .get("/resource/experiment/" + experiment)
                .at("/data/0/id")
                .asLong();
    }

    private static void environment(long iteration) {
        dashboard
                .http()
                .post("/iteration/" + iteration + "/snapshot")
                .body("{\"julia_version\":\"%1$s\",\"git_sha\":\"%1$s\",\"git_dirty\":true,\"entrypoint\":\"%1$s\","
                                .formatted(SCRIPT)
                        + "\"project_toml\":\"%1$s\",\"manifest_toml\":\"%1$s\"}".formatted(SCRIPT))
                .answers(200);
    }

    private static void change(String path, String body) {
        dashboard.http().request("PATCH", path).body(body).answers(200);
    }
}
