package io.daybook.server.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a browser gets where a Crayon client gets the version of the protocol. */
class PageIT {

    @RegisterExtension
    static final RunningServer server = RunningServer.on(Engine.SQLITE);

    @Test
    void a_browser_is_sent_to_the_page() {
        server.http().get("/").header("Accept", "text/html").answers(303).hasHeader("Location", "/ui");
        server.crayon().get("/").header("Accept", "text/html").answers(303);
    }

    @Test
    void the_page_runs_no_script_but_its_own() {
        var page = server.http().get("/ui").answers(200).says("<title>Daybook</title>");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self' 'sha256-", "require-trusted-types-for 'script'")
                .doesNotContain("unsafe");
    }

    @Test
    void its_files_are_kept_for_ever_under_the_address_of_their_version() {
        String module = file();
        var answer = server.http().get(module).answers(200).says("import");
        assertThat(answer.header("Content-Type")).startsWith("text/javascript");
        assertThat(answer.header("Cache-Control")).contains("immutable", "max-age=31536000");
        server.http().get(module.replace("app.js", "lib/preact.module.js")).answers(200);
    }

    @Test
    void its_files_travel_compressed() {
        var answer = server.http().get(file()).header("Accept-Encoding", "gzip").answers(200);
        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
    }

    private static String file() {
        Matcher found = Pattern.compile("src=\"(/ui/files/[0-9a-f]+/app.js)\"")
                .matcher(server.http().get("/ui").answers(200).text());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void a_file_that_the_page_does_not_have_is_unknown() {
        server.http().get("/ui/nothing").answers(404).isEnvelope("NOT_FOUND");
        server.http().get("/ui/files/app.js").answers(404).isEnvelope("NOT_FOUND");
        server.http().get("/ui/files/0123456789abcdef/app.js").answers(404).isEnvelope("NOT_FOUND");
        server.http().get(file().replace("app.js", "../../application.yml")).answers(404);
    }
}
