package io.daybook.server;

import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

/** The environment that a file gives a node, seen with the program's eyes: it ignores names that it does not know. */
record NodeEnvironment(Map<String, String> variables) {

    /** What compose takes from its own environment: the name, and what is done without it. */
    static final Pattern TAKEN = Pattern.compile("\\$\\{(\\w+)(?:(:[-?])([^}]*))?}");

    private static final Pattern OURS = Pattern.compile("(DAYBOOK|AXON|SERVER)_.*");
    private static final Pattern SECRET = Pattern.compile(".*(SECRET|PASSWORD|TOKEN|KEY|_URI)$");
    private static final Pattern CREDENTIALS = Pattern.compile("://[^/@:$\\s]+:(?!\\$\\{\\w+:\\?)[^/@\\s]+@");

    /** Names that would have no effect. */
    Set<String> unknown() {
        Set<String> unknown = new TreeSet<>(variables.keySet());
        unknown.removeIf(name -> !OURS.matcher(name).matches());
        unknown.removeAll(known());
        return unknown;
    }

    private static Set<String> known() {
        Stream<String> own = names("daybook", DaybookSettings.class);
        Stream<String> connector = names(AxonServerProperties.PREFIX, AxonServerProperties.class);
        return Stream.concat(Stream.of("server.address", "server.port"), Stream.concat(own, connector))
                .map(name -> name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static Stream<String> names(String prefix, Class<?> settings) {
        return Arrays.stream(settings.getDeclaredConstructors()[0].getParameters())
                .flatMap(each -> each.getType().isRecord()
                        ? names(prefix + "." + name(each), each.getType())
                        : Stream.of(prefix + "." + name(each)));
    }

    private static String name(Parameter setting) {
        Name other = setting.getAnnotation(Name.class);
        return DataObjectPropertyName.toDashedForm(other == null ? setting.getName() : other.value());
    }

    /** Names of secrets whose value, or what is used in its place, can be read in the file. */
    Set<String> literalSecrets() {
        Set<String> literal = new TreeSet<>();
        variables.forEach((name, value) -> {
            boolean secret = SECRET.matcher(name).matches() && !isDemanded(value);
            if (secret || CREDENTIALS.matcher(value).find()) literal.add(name);
        });
        return literal;
    }

    /** Whether compose refuses to go on without it. */
    private static boolean isDemanded(String value) {
        return TAKEN.matcher(value).results().anyMatch(taken -> ":?".equals(taken.group(2)));
    }

    /** As compose would pass it on, with something in the place of each secret. */
    NodeEnvironment filled() {
        Map<String, String> filled = new HashMap<>();
        variables.forEach((name, value) -> filled.put(
                name,
                TAKEN.matcher(value)
                        .replaceAll(taken ->
                                Matcher.quoteReplacement(given(taken.group(1), taken.group(2), taken.group(3))))));
        return new NodeEnvironment(filled);
    }

    private static String given(String name, String kind, String otherwise) {
        return ":-".equals(kind) ? otherwise : "0123456789-of-tests-" + name;
    }

    /** The program's settings; it would refuse what does not go together. */
    DaybookSettings settings() {
        return binder().bind("daybook", DaybookSettings.class).get();
    }

    AxonServerProperties axonServer() {
        return binder().bind(AxonServerProperties.PREFIX, AxonServerProperties.class)
                .get();
    }

    private Binder binder() {
        StandardEnvironment environment = new StandardEnvironment();
        String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        environment
                .getPropertySources()
                .replace(name, new SystemEnvironmentPropertySource(name, Map.copyOf(variables)));
        environment.getPropertySources().addLast(defaults());
        return Binder.get(environment);
    }

    static PropertySource<?> defaults() {
        try {
            List<PropertySource<?>> file =
                    new YamlPropertySourceLoader().load("defaults", new ClassPathResource("application.yml"));
            return file.getFirst();
        } catch (java.io.IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }

    /** Of the API and of Crayon's clients, as the program has them when it is told nothing. */
    static List<String> ports() {
        return List.of(
                String.valueOf(defaults().getProperty("server.port")),
                String.valueOf(defaults().getProperty("daybook.crayon.port")));
    }
}
