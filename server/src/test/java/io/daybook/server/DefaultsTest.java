package io.daybook.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.Name;
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
    @Tag("ops-1.address")
    @Tag("ops-1.home")
    @Tag("ops-1.auth")
    @Tag("ops-1.crayon.port")
    @Tag("ops-1.crayon.project")
    @Tag("ops-1.event-store.type")
    @Tag("ops-1.event-store.full")
    @Tag("ops-1.artifacts")
    @Tag("ops-1.roles")
    @Tag("ops-1.limits")
    @Tag("ops-1.read.wait")
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

    /** In the file itself, also where it has no default. */
    @Test
    @Tag("ops-1.listed")
    void each_setting_is_explained_where_it_is_set() throws IOException {
        List<String> lines = new ClassPathResource("application.yml")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(names(DaybookSettings.class)).hasSizeGreaterThan(25).allSatisfy(name -> assertThat(lines)
                .as(name)
                .anyMatch(line -> line.matches("  .*\\b" + name + ":.*(\\b\\w+\\b[,:;]? +){2}.*")));
    }

    private static Stream<String> names(Class<?> settings) {
        return Arrays.stream(settings.getDeclaredConstructors()[0].getParameters())
                .flatMap(each -> each.getType().isRecord() ? names(each.getType()) : Stream.of(name(each)));
    }

    private static String name(Parameter setting) {
        Name other = setting.getAnnotation(Name.class);
        return DataObjectPropertyName.toDashedForm(other == null ? setting.getName() : other.value());
    }

    @Test
    @Tag("ops-1.mongodb.none")
    @Tag("ops-1.zone")
    void views_are_embedded_and_dates_are_local_unless_somebody_says_otherwise() throws IOException {
        assertThat(file().getProperty("daybook.mongodb.uri")).isNull();
        assertThat(file().getProperty("daybook.zone")).isNull();
    }
}
