package io.daybook.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The Dockerfile, against what the program knows. */
class ImageTest {

    @Test
    void the_ports_of_the_image_are_those_of_the_program() {
        assertThat(List.of(Image.line("EXPOSE").split(" "))).isEqualTo(NodeEnvironment.ports());
    }

    @Test
    void what_is_kept_lies_in_the_volume_and_belongs_to_nobody_special() {
        assertThat(Image.line("VOLUME")).isEqualTo(Image.home());
        assertThat(Image.user()).matches("[1-9]\\d{4,}");
        NodeEnvironment told = new NodeEnvironment(
                Map.of("DAYBOOK_HOME", Image.home(), "SERVER_ADDRESS", Image.variable("SERVER_ADDRESS")));
        assertThat(told.unknown()).isEmpty();
        assertThat(told.settings().home()).hasToString(Image.home());
    }

    @Test
    void its_health_is_a_route_of_the_program_at_the_port_of_the_program() {
        String check = Image.line("HEALTHCHECK");

        assertThat(DeployedFile.found(check, "GET (\\S+) HTTP"))
                .isSubsetOf(Routes.ofHealth())
                .hasSize(1);
        assertThat(DeployedFile.found(check, "/dev/tcp/127\\.0\\.0\\.1/(\\d+)"))
                .containsExactly(NodeEnvironment.ports().getFirst());
    }

    /** Java passes over a cache that was made with other modules, and says nothing. */
    @Test
    void its_cache_of_classes_fits_the_options_that_it_is_started_with() {
        String start = Image.line("ENTRYPOINT");
        String trial = Image.line("RUN java -XX:AOTCacheOutput=/opt/daybook.aot");

        assertThat(start).contains("\"-XX:AOTCache=/opt/daybook.aot\"", "\"-Dorg.sqlite.lib.path=/opt\"");
        assertThat(trial).contains(" -Dorg.sqlite.lib.path=/opt ");
        assertThat(start + trial).doesNotContain("--enable-native-access", "--add-", "--patch-module", "--limit-");
    }

    @Test
    void secrets_beside_the_clone_stay_out_of_it() {
        assertThat(DeployedFile.text(".dockerignore").lines()).contains(".env", ".git");
        assertThat(DeployedFile.text(".gitignore").lines()).contains(".env");
    }
}
