package io.daybook.server.docs;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.daybook.testkit.http.Covers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** What tests say of themselves that they show: names of test classes, by what they show. */
final class Evidence {

    private static final String COMPILED = "target/test-classes";

    private Evidence() {}

    /** By route, as {@link Covers} names it. */
    static Map<String, SortedSet<String>> ofRoutes() {
        return collect(Evidence::routes, Path.of(COMPILED), Path.of("../http-edge", COMPILED));
    }

    /** By JUnit's tags in the tests of the command side. */
    static Map<String, SortedSet<String>> ofInvariants() {
        return collect(Evidence::tags, Path.of("../command-side", COMPILED));
    }

    private static Map<String, SortedSet<String>> collect(Function<JavaMethod, Stream<String>> shown, Path... folders) {
        Map<String, SortedSet<String>> evidence = new TreeMap<>();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) throw new AssertionError("tests are not compiled: " + folder);
        }
        for (JavaClass type : imported(folders)) {
            for (JavaMethod method : type.getMethods()) {
                if (!isTest(method)) continue;
                shown.apply(method).forEach(name -> evidence.computeIfAbsent(name, fresh -> new TreeSet<>())
                        .add(type.getSimpleName()));
            }
        }
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
        return method.isAnnotatedWith(Test.class) || method.isAnnotatedWith(ParameterizedTest.class);
    }

    private static Stream<String> routes(JavaMethod method) {
        return method.tryGetAnnotationOfType(Covers.class).map(Covers::value).stream()
                .flatMap(Arrays::stream);
    }

    private static Stream<String> tags(JavaMethod method) {
        Stream<Tag> single = method.tryGetAnnotationOfType(Tag.class).stream();
        Stream<Tag> several = method.tryGetAnnotationOfType(Tags.class).map(Tags::value).stream()
                .flatMap(Arrays::stream);
        return Stream.concat(single, several).map(Tag::value);
    }
}
