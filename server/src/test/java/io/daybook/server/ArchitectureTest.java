package io.daybook.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.daybook.server.event.StoredTypeSerializer;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.common.AxonException;
import org.junit.jupiter.api.Test;

/** Who may see whom; docs/architecture.md says why. Each rule is also shown a violation, and must catch it. */
class ArchitectureTest {

    private static final String ROOT = "io.daybook";
    private static final String DRIVER = "com.mongodb..";
    private static final String DRIVER_PACKAGE = ROOT + ".query.mongodb";
    private static final String S3 = "software.amazon..";
    private static final String S3_PACKAGE = ROOT + ".query.s3";
    private static final String[] AXON_SERVER = {"io.axoniq..", "io.grpc.."};
    private static final String AXON_SERVER_PACKAGE = ROOT + ".axonserver";

    /** The packages of each module. A new one is a decision, and is made here. */
    private static final Map<String, Set<String>> PACKAGES = Map.of(
            "api",
            Set.of(
                    "access",
                    "user",
                    "project",
                    "experiment",
                    "iteration",
                    "resource",
                    "model",
                    "tag",
                    "page",
                    "claim",
                    "sequence",
                    "series",
                    "request",
                    "crayon",
                    "backup",
                    "refusal",
                    "documents",
                    "log",
                    "message",
                    "ops"),
            "command",
            Set.of(
                    "",
                    "bus",
                    "access",
                    "user",
                    "project",
                    "experiment",
                    "iteration",
                    "tag",
                    "claim",
                    "sequence",
                    "request",
                    "resource",
                    "model",
                    "crayon",
                    "backup"),
            "query",
            Set.of(
                    "",
                    "access",
                    "backup",
                    "backup.correction",
                    "backup.line",
                    "backup.whole",
                    "backup.zip",
                    "crayon",
                    "documents",
                    "experiment",
                    "iteration",
                    "iteration.chunk",
                    "iteration.metric",
                    "iteration.parameter",
                    "list",
                    "model",
                    "mongodb",
                    "past",
                    "project",
                    "rebuild",
                    "refusal",
                    "resource",
                    "s3",
                    "series",
                    "tag",
                    "tracking",
                    "user",
                    "view"),
            "http",
            Set.of(
                    "",
                    "access",
                    "audit",
                    "backup",
                    "crayon",
                    "dashboard",
                    "docs",
                    "experiment",
                    "health",
                    "iteration",
                    "json",
                    "message",
                    "metrics",
                    "model",
                    "ops",
                    "project",
                    "refusal",
                    "request",
                    "resource",
                    "sequence",
                    "series",
                    "tag",
                    "tracking",
                    "upload",
                    "user"),
            "embedded",
            Set.of("checkpoint", "content", "eventstore", "documents", "home", "log"),
            "axonserver",
            Set.of(""),
            "server",
            Set.of("", "content", "event", "health", "metrics", "restore", "tool"));

    private static final JavaClasses shipped = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/testkit/"))
            .importPackages(ROOT);

    private final ArchRule layers = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("api")
            .definedBy(ROOT + ".api..")
            .layer("command")
            .definedBy(ROOT + ".command..")
            .layer("query")
            .definedBy(ROOT + ".query..")
            .layer("http")
            .definedBy(ROOT + ".http..")
            .layer("embedded")
            .definedBy(ROOT + ".embedded..")
            .layer("axonserver")
            .definedBy(ROOT + ".axonserver..")
            .layer("server")
            .definedBy(ROOT + ".server..")
            .whereLayer("command")
            .mayOnlyBeAccessedByLayers("server")
            .whereLayer("query")
            .mayOnlyBeAccessedByLayers("server")
            .whereLayer("http")
            .mayOnlyBeAccessedByLayers("server")
            .whereLayer("embedded")
            .mayOnlyBeAccessedByLayers("server")
            .whereLayer("axonserver")
            .mayOnlyBeAccessedByLayers("server")
            .whereLayer("server")
            .mayNotBeAccessedByAnyLayer();

    private final ArchRule apiIsLanguage = classes()
            .that()
            .resideInAPackage(ROOT + ".api..")
            .and()
            .haveSimpleNameNotEndingWith("package-info")
            .should()
            .beRecords()
            .orShould()
            .beEnums()
            .orShould()
            .beInterfaces();

    private final ArchRule noSpringInDecisions = noClasses()
            .that()
            .resideInAPackage(ROOT + ".command..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");

    private final ArchRule driverInOnePlace = only(DRIVER_PACKAGE, DRIVER);
    private final ArchRule s3InOnePlace = only(S3_PACKAGE, S3);
    private final ArchRule axonServerInOnePlace = only(AXON_SERVER_PACKAGE, AXON_SERVER);

    private static ArchRule only(String place, String... library) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(place)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library);
    }

    @Test
    void modules_see_only_what_they_may() {
        layers.check(shipped);
    }

    @Test
    void api_is_made_of_records_enums_and_interfaces() {
        apiIsLanguage.check(shipped);
    }

    @Test
    void the_deciding_side_knows_no_spring() {
        noSpringInDecisions.check(shipped);
    }

    @Test
    void clients_of_other_servers_are_imported_in_one_package_each() {
        driverInOnePlace.check(shipped);
        s3InOnePlace.check(shipped);
        axonServerInOnePlace.check(shipped);
        uses(DRIVER_PACKAGE, "com.mongodb");
        uses(S3_PACKAGE, "software.amazon");
        uses(AXON_SERVER_PACKAGE, "io.axoniq");
    }

    /** Elsewhere things are counted in numbers of their own, which these two look up. */
    @Test
    void metrics_are_the_affair_of_the_edge_and_the_program() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".http..", ROOT + ".server..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.micrometer..")
                .check(shipped);
        uses(ROOT + ".server.metrics", "io.micrometer");
    }

    private static void uses(String place, String library) {
        assertThat(shipped.stream()
                        .filter(type -> type.getPackageName().equals(place))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getPackageName()))
                .as("the package that the rule excepts is the one that uses the library")
                .anyMatch(name -> name.startsWith(library));
    }

    @Test
    void concepts_form_no_cycles_within_a_module() {
        for (String module : Set.of("api", "command", "query", "http", "embedded")) {
            slices().matching(ROOT + "." + module + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .check(shipped);
        }
    }

    @Test
    void packages_are_those_of_the_map() {
        Map<String, Set<String>> found = new java.util.TreeMap<>();
        shipped.stream().map(type -> type.getPackageName()).distinct().forEach(name -> {
            String inside = name.substring(ROOT.length() + 1);
            int dot = inside.indexOf('.');
            found.computeIfAbsent(dot < 0 ? inside : inside.substring(0, dot), module -> new TreeSet<>())
                    .add(dot < 0 ? "" : inside.substring(dot + 1));
        });
        assertThat(found).isEqualTo(PACKAGES);
    }

    @Test
    void controllers_and_projections_are_hidden() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Controller")
                .or()
                .haveSimpleNameEndingWith("Projection")
                .or()
                .haveSimpleNameEndingWith("Document")
                .and()
                .resideOutsideOfPackage(ROOT + ".api..")
                .should()
                .notHaveModifier(JavaModifier.PUBLIC)
                .check(shipped);
    }

    @Test
    void the_rules_catch_planted_violations() {
        JavaClasses withServer = new ClassFileImporter().importClasses(StoredTypeSerializer.class, Planted.class);
        assertThatThrownBy(() -> noClasses()
                        .that()
                        .resideInAPackage(ROOT + ".server..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(ROOT + ".command..")
                        .check(withServer))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> driverInOnePlace.check(withServer)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> s3InOnePlace.check(withServer)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> axonServerInOnePlace.check(withServer)).isInstanceOf(AssertionError.class);
    }

    /** Imports the clients where it must not. */
    static final class Planted {
        final Class<?> driver = com.mongodb.client.MongoClient.class;
        final Class<?> s3 = software.amazon.awssdk.services.s3.S3Client.class;
        final Class<?> axonServer = io.axoniq.axonserver.connector.AxonServerConnection.class;
        final AxonException used = new AxonException("planted") {};
    }
}
