package io.daybook.server.crayon;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.RunningServer;
import io.daybook.testkit.http.HttpCaller;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class PortStories extends Stories {

    PortStories(RunningServer server) {
        super(server);
    }

    @Test
    void both_ports_serve_one_and_the_same() {
        String xp = fresh("ports");
        CrayonClient crayonPort = new CrayonClient(server.crayon());

        crayonPort.create(xp).log(xp, "loss", 1, 0, 0.5);
        crayon().log(xp, "loss", 2, 1, 0.25);

        crayon().scalars(xp, "loss").hasBody("[[1.0,0,0.5],[2.0,1,0.25]]");
        crayonPort.scalars(xp, "loss").hasBody("[[1.0,0,0.5],[2.0,1,0.25]]");
    }

    @Test
    void the_crayon_port_serves_every_route() {
        String xp = fresh("port");
        CrayonClient crayonPort = new CrayonClient(server.crayon());
        crayonPort.create(xp).log(xp, "a", 1, 0, 0.5);
        crayonPort.histogram(xp, "a", true, "[1,0,[0]]").answers(200, "ok");
        Map<String, String> before = crayonPort.everythingOf(xp);

        byte[] zip = crayonPort.backup(xp);
        crayonPort.delete(xp).restore(xp, zip).form(xp, zip).answers(200, "ok");

        crayonPort.names().says("\"" + xp + "\"");
        assertThat(crayonPort.everythingOf(xp)).isEqualTo(before).hasSize(3);
        assertThat(crayon().everythingOf(xp)).isEqualTo(before);
    }

    @Test
    void the_protocols_version_is_bare_text() {
        for (HttpCaller port : new HttpCaller[] {http(), server.crayon()}) {
            port.get("/").answers(200, "0.5").isPlainText();
            port.get("").answers(200, "0.5");
            port.get("/").header("Accept", "*/*").answers(200, "0.5");
        }
    }

    @Test
    void a_browser_is_sent_to_the_dashboard() {
        http().get("/").header("Accept", "text/html,*/*;q=0.8").answers(303).hasHeader("Location", "/ui");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/data", "/data/", "//data", "/data//"})
    void slashes_more_or_less_make_no_difference(String path) {
        String xp = fresh(path);

        http().post(path).body(CrayonClient.JSON.writeValueAsString(xp)).answers(200, "ok");
        server.crayon().get(path, "xp", xp).answers(200, "{\"scalars\":[],\"histograms\":[]}");
        http().delete(path, "xp", xp).answers(200, "ok");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/data/scalars/", "/data//scalars", "//data/scalars"})
    void slashes_make_no_difference_to_series(String path) {
        String xp = experiment();

        server.crayon().post(path, "xp", xp, "name", "a").body("[1,2,3]").answers(200, "ok");
        http().get(path, "xp", xp, "name", "a").answers(200, "[[1.0,2,3.0]]");
    }

    @Test
    void slashes_make_no_difference_to_backups() {
        String xp = experiment();

        byte[] zip = http().get("/backup/", "xp", xp).answers(200).bytes();

        http().post("/backup/", "xp", xp, "force", "1")
                .body("application/zip", zip)
                .answers(200, "ok");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/data/nothing", "/data/scalars/more", "/backup/nothing"})
    void unknown_paths_below_crayons_are_answered_in_text(String path) {
        server.crayon().get(path).answers(404).isPlainText();
        http().get(path).answers(404).isPlainText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/nothing", "/database", "/backups", "/ui"})
    void the_crayon_port_serves_nothing_else(String path) {
        server.crayon().get(path).answers(404).isPlainText();
    }

    @Test
    void elsewhere_unknown_paths_are_answered_in_an_envelope() {
        http().get("/nothing").answers(404).isEnvelope("NOT_FOUND");
        http().get("/database").answers(404).isEnvelope("NOT_FOUND");
        http().get("/health").answers(200).says("\"app_name\":\"Daybook\"");
    }

    @Test
    void methods_that_a_path_does_not_know_are_refused_in_text() {
        http().request("PUT", "/data").answers(405).isPlainText();
        http().request("DELETE", "/data/scalars").answers(405).isPlainText();
        server.crayon().post("/").answers(405).isPlainText();
    }
}
