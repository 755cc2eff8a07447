package io.daybook.server.crayon;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.RunningServer;
import io.daybook.testkit.http.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

abstract class NameStories extends Stories {

    NameStories(RunningServer server) {
        super(server);
    }

    static Stream<String> names() {
        return Stream.of(
                "a/b",
                "/",
                ".",
                "..",
                "../../etc/passwd",
                "..\\..",
                "a.b.c",
                ".hidden",
                "-rf",
                "quote\"d'`",
                "emoji 🎉👩‍🔬",
                "a+b c",
                " ",
                "100%",
                "%2F%00",
                "a&b=c#d?e;f",
                "back\\slash",
                "tab\tline\nreturn\r",
                "日本語",
                "{\"a\":[1]}",
                "$where",
                "a\u202eb",
                "\u0001\u007f",
                "crayon:foo",
                "CON",
                "x".repeat(16_384));
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_name_may_hold_anything(String name) {
        crayon().create(name)
                .log(name, name, 1, 0, 0.5)
                .histogram(name, name, true, "[1,0,[0]]")
                .answers(200, "ok");

        String quoted = CrayonClient.JSON.writeValueAsString(name);
        assertThat(CrayonClient.JSON.readTree(crayon().names().text()).valueStream())
                .anyMatch(listed -> listed.stringValue().equals(name));
        assertThat(CrayonClient.JSON.readTree(crayon().series(name).text()))
                .isEqualTo(
                        CrayonClient.JSON.readTree("{\"scalars\":[" + quoted + "],\"histograms\":[" + quoted + "]}"));
        crayon().scalars(name, name).hasBody("[[1.0,0,0.5]]");
        crayon().histograms(name, name).hasBody("[[1.0,0,[0.0,0.0,1.0,0.0,0.0,[0.0],[1.0]]]]");
        crayon().delete(name);
        http().get("/data", "xp", name).answers(400);
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_backup_is_offered_under_a_file_name_that_means_nothing_to_a_file_system(String name) {
        crayon().create(name);

        Response zip = http().get("/backup", "xp", name).answers(200).hasHeader("Content-Type", "application/zip");

        assertThat(zip.header("Content-Disposition"))
                .matches(
                        "attachment; filename=\"[A-Za-z0-9_ ][A-Za-z0-9._ -]*\\.zip\"; filename\\*=UTF-8''[A-Za-z0-9._%-]+\\.zip")
                .doesNotContainIgnoringCase("%2f", "%5c", "%0", "%E2%80%AE");
        crayon().restore(name, zip.bytes()).delete(name);
    }

    @Test
    void names_that_differ_in_anything_are_different() {
        String[] similar = {"Same", "same", "same ", " same", "s\u00e4me", "sa\u0308me", "same/", "same\u200b"};
        for (int i = 0; i < similar.length; i++) crayon().create(similar[i]).log(similar[i], "n", 1, i, i);

        for (int i = 0; i < similar.length; i++) {
            crayon().scalars(similar[i], "n").hasBody("[[1.0,%d,%d.0]]".formatted(i, i));
            crayon().delete(similar[i]);
        }
    }

    @Test
    void a_plus_is_a_space_and_a_percent_escape_is_its_character() {
        String xp = fresh("plus and");
        crayon().create(xp).log(xp, "a b", 1, 0, 1).log(xp, "a+b", 1, 0, 2);

        String query = "/data/scalars?xp=" + xp.replace(' ', '+') + "&name=";
        http().get(query + "a+b").answers(200, "[[1.0,0,1.0]]");
        http().get(query + "a%20b").answers(200, "[[1.0,0,1.0]]");
        http().get(query + "a%2Bb").answers(200, "[[1.0,0,2.0]]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%00b", "%ff", "%c0%80", "%ed%a0%80", "%e2%82"})
    void a_name_with_nul_or_that_is_no_text_is_refused(String raw) {
        String xp = experiment().replace(' ', '+');

        http().get("/data?xp=" + raw).answers(400).isPlainText().says("xp");
        http().delete("/data?xp=" + raw).answers(400).isPlainText().says("xp");
        http().post("/data/scalars?xp=" + xp + "&name=" + raw)
                .body("[1,2,3]")
                .answers(400)
                .isPlainText()
                .says("name");
        http().get("/data/scalars?xp=" + xp + "&name=" + raw)
                .answers(400)
                .isPlainText()
                .says("name");
    }

    @Test
    void an_experiments_name_beyond_the_limit_is_refused() {
        crayon().creation("x".repeat(16_385)).answers(400).isPlainText().says("longer");
    }

    @Test
    void names_never_become_paths_of_files() throws Exception {
        crayon().create("../escaped").log("../escaped", "../../escaped", 1, 0, 1);
        byte[] zip = crayon().backup("../escaped");
        crayon().restore("../escaped too", zip).delete("../escaped").delete("../escaped too");

        try (Stream<Path> files = Files.walk(server.home())) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(file -> file.contains("escaped"));
        }
        assertThat(server.home().resolveSibling("escaped")).doesNotExist();
    }
}
