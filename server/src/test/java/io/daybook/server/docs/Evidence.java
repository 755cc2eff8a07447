package io.daybook.server.docs;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.daybook.testkit.http.Covers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** What tests say of themselves that they show: tests, by what they show. */
final class Evidence {

    private static final String COMPILED = "target/test-classes";
    /** Whoever keeps a contract of the kit's inherits its tests. */
    private static final String KIT = "../testkit/target/classes";

    private static final Set<String> TESTS = Set.of("Test", "ParameterizedTest", "TestFactory", "Property", "Example");
    private static final Set<String> TAGS = Set.of("Tag", "Tags", "TagList");

    private static final Comparator<Shown> ORDER =
            Comparator.comparing(Shown::type).thenComparing(Shown::method);

    private Evidence() {}

    /** A test: the simple name of its class, and its own. */
    record Shown(String type, String method) {

        private static Shown by(JavaMethod method) {
            return new Shown(method.getOwner().getSimpleName(), method.getName());
        }
    }

    /** By route, as {@link Covers} names it. */
    static Map<String, SortedSet<Shown>> ofRoutes() {
        return collect(Evidence::routes, Path.of(COMPILED), Path.of("../http-edge", COMPILED));
    }

    /** By the tags of the tests of the command side. */
    static Map<String, SortedSet<Shown>> ofInvariants() {
        return collect(Evidence::tags, Path.of("../command-side", COMPILED));
    }

    /** By the tags of all tests. */
    static Map<String, SortedSet<Shown>> ofStatements() {
        Stream<Path> modules = Stream.of("command-side", "query-side", "http-edge", "embedded", "server")
                .map(module -> Path.of("..", module, COMPILED));
        return collect(
                Evidence::tags, Stream.concat(modules, Stream.of(Path.of(KIT))).toArray(Path[]::new));
    }

    private static Map<String, SortedSet<Shown>> collect(Function<JavaMethod, Stream<String>> shown, Path... folders) {
        Map<String, SortedSet<Shown>> evidence = new TreeMap<>();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) throw new AssertionError("tests are not compiled: " + folder);
        }
        imported(folders).stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(Evidence::isTest)
                .forEach(method -> shown.apply(method)
                        .forEach(name -> evidence.computeIfAbsent(name, fresh -> new TreeSet<>(ORDER))
                                .add(Shown.by(method))));
        return evidence;
    }

    /** Without the libraries that the tests use: reading those takes a minute. */
    private static JavaClasses imported(Path... folders) {
        ArchConfiguration settings = ArchConfiguration.get();
        settings.setResolveMissingDependenciesFromClassPath(false);
        try {
            return new ClassFileImporter().importPaths(folders);
        } finally {
            settings.reset();
        }
    }

    private static boolean isTest(JavaMethod method) {
        return method.getAnnotations().stream().anyMatch(annotation -> TESTS.contains(name(annotation)));
    }

    private static Stream<String> routes(JavaMethod method) {
        return method.tryGetAnnotationOfType(Covers.class).map(Covers::value).stream()
                .flatMap(Arrays::stream);
    }

    private static Stream<String> tags(JavaMethod method) {
        return method.getAnnotations().stream().flatMap(Evidence::values);
    }

    /** JUnit's and jqwik's are called alike, and so is what several of them are wrapped in. */
    private static Stream<String> values(JavaAnnotation<?> annotation) {
        if (!TAGS.contains(name(annotation))) return Stream.empty();
        Object value = annotation.get("value").orElseThrow();
        return value instanceof JavaAnnotation<?>[] several
                ? Arrays.stream(several).flatMap(Evidence::values)
                : Stream.of(value.toString());
    }

    private static String name(JavaAnnotation<?> annotation) {
        return annotation.getRawType().getSimpleName();
    }
}
