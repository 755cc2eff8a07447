package io.daybook.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What users wrote is text, wherever it is shown. */
class TextIT {

    @RegisterExtension
    static final Dashboard dashboard = new Dashboard();

    private static final String SCRIPT = "<script>window.broken=1</script><img src=x onerror=window.broken=1>";

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

        Tab tab = dashboard.tab();
        isText(tab.at("/"), 2);
        isText(tab.at("/project/" + project), 5);
        isText(tab.at("/experiment/" + experiment), 7);
        isText(tab.at("/experiment/" + experiment + "?group=p:" + "%3Cscript"), 7);
        isText(tab.at("/iteration/" + iteration), 9);
        dashboard.http().delete("/project/" + project).answers(200);
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
