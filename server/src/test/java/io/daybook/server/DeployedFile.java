package io.daybook.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What stands in a YAML file of the project, or in a part of it. */
record DeployedFile(Object root) {

    private static final Path PROJECT = Path.of("..");

    static Path path(String name) {
        return PROJECT.resolve(name);
    }

    static String text(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Each of its documents. A name twice in a mapping is an error. */
    static List<DeployedFile> documents(String name) {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        Yaml yaml = new Yaml(new SafeConstructor(strict));
        return StreamSupport.stream(yaml.loadAll(text(name)).spliterator(), false)
                .map(DeployedFile::new)
                .toList();
    }

    /** Its only one. */
    static DeployedFile of(String name) {
        List<DeployedFile> documents = documents(name);
        if (documents.size() != 1) throw new AssertionError(name + " has " + documents.size() + " documents");
        return documents.getFirst();
    }

    /** @param path names, with a full stop between them; a number is a place in a list */
    DeployedFile at(String path) {
        return new DeployedFile(Objects.requireNonNull(find(path), () -> "there is no " + path + " in " + root));
    }

    boolean has(String path) {
        return find(path) != null;
    }

    private @Nullable Object find(String path) {
        Object found = root;
        for (String name : path.split("\\.")) {
            if (found instanceof Map<?, ?> map) found = map.get(name);
            else if (found instanceof List<?> list && name.matches("\\d+")) found = list.get(Integer.parseInt(name));
            else return null;
        }
        return found;
    }

    String text() {
        return String.valueOf(root);
    }

    List<DeployedFile> list() {
        return root instanceof List<?> list
                ? list.stream().map(DeployedFile::new).toList()
                : List.of();
    }

    List<String> texts() {
        return list().stream().map(DeployedFile::text).toList();
    }

    List<String> names() {
        return root instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf).toList()
                : List.of();
    }

    /** What it says by name, each as a text. */
    Map<String, String> values() {
        Map<String, String> values = new java.util.TreeMap<>();
        if (root instanceof Map<?, ?> map)
            map.forEach((name, value) -> values.put(String.valueOf(name), String.valueOf(value)));
        return values;
    }

    /** All parts that are called so, however deep. */
    Stream<DeployedFile> all(String name) {
        Stream<DeployedFile> here = has(name) ? Stream.of(at(name)) : Stream.empty();
        Stream<DeployedFile> inside = root instanceof Map<?, ?> map
                ? map.values().stream().filter(Objects::nonNull).map(DeployedFile::new)
                : list().stream();
        return Stream.concat(here, inside.flatMap(part -> part.all(name)));
    }

    /** What the first group of a pattern has found in a text, wherever it does. */
    static List<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
