package io.daybook.server.tracking.route;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The JSON body that a route takes.
 *
 * @param route its name
 * @param place where in the body the fields stand, ending in a dot; empty at the top
 */
record Body(String route, String place, List<Field> fields) {

    record Field(String name, Kind kind, boolean required) {}

    /** The contract's tables of fields. */
    static List<Body> all() {
        try (InputStream file = Body.class.getResourceAsStream("/tracking/bodies.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> of(line.split(" ")))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Body of(String[] line) {
        boolean placed = line[2].endsWith(".");
        List<Field> fields = Arrays.stream(line)
                .skip(placed ? 3 : 2)
                .map(word -> field(word.split("[:!]"), word.endsWith("!")))
                .toList();
        return new Body(line[0] + " " + line[1], placed ? line[2] : "", fields);
    }

    private static Field field(String[] words, boolean required) {
        return new Field(words[0], Kind.valueOf(words[1].toUpperCase(Locale.ROOT)), required);
    }

    /** A body that the route takes, but for the literals given here. */
    String with(Things things, Map<String, String> others) {
        Map<String, String> literals = new LinkedHashMap<>();
        fields.forEach(field -> literals.put(field.name(), field.kind().sample(things)));
        literals.putAll(others);
        return written(literals);
    }

    String without(Things things, String field) {
        Map<String, String> literals = new LinkedHashMap<>();
        fields.forEach(other -> literals.put(other.name(), other.kind().sample(things)));
        literals.remove(field);
        return written(literals);
    }

    private String written(Map<String, String> literals) {
        String object = literals.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}"));
        return place.isEmpty() ? object : "{\"metrics\":[" + object + "]}";
    }
}
