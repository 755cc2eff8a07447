package io.daybook.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** What a server does that is told nothing: clients and operators rely on it. */
class DefaultsTest {

    private static PropertySource<?> file() throws IOException {
        return new YamlPropertySourceLoader()
                .load("defaults", new ClassPathResource("application.yml"))
                .getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "server.port, 9000",
        "server.address, 127.0.0.1",
        "daybook.home, ./daybook-data",
        "daybook.auth.enabled, false",
        "daybook.auth.first-password, default",
        "daybook.cors.origins, *",
        "daybook.crayon.port, 8889",
        "daybook.crayon.project, crayon",
        "daybook.event-store.type, sqlite",
        "daybook.event-store.sync, full",
        "daybook.artifacts.backend, filesystem",
        "daybook.roles, 'command,query,edge'",
        "daybook.limits.body, 32MB",
        "daybook.limits.artifact, 5GB",
        "daybook.read.wait, 5s"
    })
    void a_setting_has_the_default_that_was_promised(String setting, String value) throws IOException {
        assertThat(file().getProperty(setting)).hasToString(value);
    }

    @Test
    void views_are_embedded_and_dates_are_local_unless_somebody_says_otherwise() throws IOException {
        assertThat(file().getProperty("daybook.mongodb.uri")).isNull();
        assertThat(file().getProperty("daybook.zone")).isNull();
    }
}
