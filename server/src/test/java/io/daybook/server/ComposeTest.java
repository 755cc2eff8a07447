package io.daybook.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The compose files, against what the program knows; and as compose itself reads them, where it is installed. */
class ComposeTest {

    private static final String SEVERAL = "docker-compose.yml";
    private static final String SINGLE = "docker-compose.single.yml";

    private static DeployedFile services(String file) {
        return DeployedFile.of(file).at("services");
    }

    private static Stream<DeployedFile> each(String file) {
        DeployedFile services = services(file);
        return services.names().stream().map(services::at);
    }

    private static NodeEnvironment environment(DeployedFile service) {
        return new NodeEnvironment(
                service.has("environment") ? service.at("environment").values() : Map.of());
    }

    private static List<NodeEnvironment> nodes() {
        return Stream.of("node-1", "node-2", "node-3")
                .map(name -> environment(services(SEVERAL).at(name)))
                .toList();
    }

    @Test
    void nodes_are_given_settings_that_exist_and_go_together() {
        assertThat(nodes()).allSatisfy(node -> {
            assertThat(node.unknown()).isEmpty();
            DaybookSettings settings = node.filled().settings();
            assertThat(settings.eventStore().isShared()).isTrue();
            assertThat(settings.auth().enabled()).isTrue();
            assertThat(settings.mongodbUri()).contains("mongodb-1,mongodb-2,mongodb-3");
            assertThat(node.filled().axonServer().words()).contains("axon-server:8124, context default");
        });
        assertThat(nodes().stream().distinct())
                .as("all nodes are told the same")
                .hasSize(1);
    }

    @Test
    void one_process_is_given_settings_that_exist_and_go_together() {
        NodeEnvironment node = environment(services(SINGLE).at("daybook"));

        assertThat(node.unknown()).isEmpty();
        assertThat(node.filled().settings().auth().enabled()).isTrue();
        assertThat(node.filled().settings().eventStore().isShared()).isFalse();
    }

    @Test
    void a_setting_that_has_no_effect_would_be_found() {
        assertThat(new NodeEnvironment(Map.of("DAYBOOK_EVENTSTORE_TYP", "axon-server", "PATH", "/bin")).unknown())
                .containsExactly("DAYBOOK_EVENTSTORE_TYP");
        NodeEnvironment incomplete = new NodeEnvironment(Map.of("DAYBOOK_ARTIFACTS_BACKEND", "gridfs"));
        assertThatThrownBy(incomplete::settings)
                .hasRootCauseMessage("daybook.artifacts.backend=gridfs needs daybook.mongodb.uri");
    }

    @ParameterizedTest
    @ValueSource(strings = {SEVERAL, SINGLE})
    void no_secret_stands_in_a_file_or_has_a_default(String file) {
        assertThat(each(file)
                        .map(ComposeTest::environment)
                        .map(NodeEnvironment::literalSecrets)
                        .flatMap(Collection::stream))
                .isEmpty();
    }

    @Test
    void a_secret_that_stands_in_a_file_would_be_found() {
        Map<String, String> careless = Map.of(
                "A_PASSWORD", "hush",
                "B_TOKEN", "${TOKEN:-hush}",
                "C_SECRET", "${SECRET}",
                "D_URI", "mongodb://daybook:${PASSWORD:?why}@host",
                "E", "mongodb://daybook:hush@host",
                "F_KEY", "${KEY:?why}");
        assertThat(new NodeEnvironment(careless).literalSecrets())
                .containsExactly("A_PASSWORD", "B_TOKEN", "C_SECRET", "E");
    }

    @ParameterizedTest
    @ValueSource(strings = {SEVERAL, SINGLE})
    void every_container_is_confined_and_bounded(String file) {
        assertThat(each(file)).isNotEmpty().allSatisfy(service -> {
            assertThat(service.at("read_only").text()).isEqualTo("true");
            assertThat(service.at("cap_drop").texts()).containsExactly("ALL");
            assertThat(service.at("security_opt").texts()).containsExactly("no-new-privileges:true");
            assertThat(service.at("deploy.resources.limits").names()).contains("cpus", "memory", "pids");
            assertThat(service.has("restart")).isTrue();
            assertThat(service.has("privileged")).isFalse();
            // our own image says so itself
            if (!isOurs(service)) assertThat(service.at("user").text()).doesNotStartWith("0");
        });
    }

    private static boolean isOurs(DeployedFile service) {
        return service.at("image").text().equals("daybook");
    }

    @Test
    void everything_that_stays_says_how_it_is_and_starts_after_what_it_needs() {
        DeployedFile services = services(SEVERAL);
        assertThat(services.names())
                .filteredOn(name -> !isOurs(services.at(name)))
                .allSatisfy(name ->
                        assertThat(services.at(name).has("healthcheck")).isEqualTo(!name.equals("mongodb-initiation")));
        assertThat(services.names()).allSatisfy(name -> {
            DeployedFile service = services.at(name);
            List<String> needed =
                    service.has("depends_on") ? service.at("depends_on").names() : List.of();
            assertThat(services.names()).containsAll(needed);
            for (String other : needed) {
                assertThat(service.at("depends_on." + other + ".condition").text())
                        .isEqualTo(
                                services.at(other).has("healthcheck") || isOurs(services.at(other))
                                        ? "service_healthy"
                                        : "service_completed_successfully");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {SEVERAL, SINGLE})
    void what_must_last_lies_in_volumes_of_its_own(String file) {
        List<String> mounted = each(file)
                .filter(service -> service.has("volumes"))
                .flatMap(service -> service.at("volumes").texts().stream())
                .filter(volume -> !volume.startsWith("./"))
                .map(volume -> volume.split(":")[0])
                .toList();

        assertThat(mounted)
                .doesNotHaveDuplicates()
                .hasSameElementsAs(DeployedFile.of(file).at("volumes").names());
        String home = Image.home() + "$";
        assertThat(each(file).filter(ComposeTest::isOurs))
                .allSatisfy(node -> assertThat(node.at("volumes.0").text()).containsPattern(":" + home));
    }

    @Test
    void the_proxy_sends_to_the_ports_that_the_nodes_have() {
        NodeEnvironment proxy = environment(services(SEVERAL).at("proxy"));
        List<String> ports = NodeEnvironment.ports();

        assertThat(published(SEVERAL, "proxy")).isEqualTo(ports);
        assertThat(published(SINGLE, "daybook")).isEqualTo(ports);
        assertThat(proxy.variables())
                .containsEntry("DAYBOOK_NODES", nodesAt(ports.getFirst()))
                .containsEntry("DAYBOOK_CRAYON_NODES", nodesAt(ports.getLast()));
        String caddyfile = DeployedFile.text("deploy/Caddyfile");
        assertThat(DeployedFile.found(caddyfile, "(?m)^:(\\d+) \\{$")).isEqualTo(ports);
        assertThat(DeployedFile.found(caddyfile, "health_port (\\d+)")).containsExactly(ports.getFirst());
        assertThat(DeployedFile.found(caddyfile, "\\{\\$(\\w+)}"))
                .isNotEmpty()
                .isSubsetOf(proxy.variables().keySet());
        assertThat(DeployedFile.found(caddyfile, "health_uri (\\S+)"))
                .hasSize(1)
                .isSubsetOf(Routes.ofHealth());
    }

    private static List<String> published(String file, String service) {
        return services(file).at(service).at("ports").texts().stream()
                .map(port -> port.replaceFirst("^\\$\\{DAYBOOK_BIND:-127\\.0\\.0\\.1}:(\\d+):\\1$", "$1"))
                .toList();
    }

    private static String nodesAt(String port) {
        return "node-1:%1$s node-2:%1$s node-3:%1$s".formatted(port);
    }

    @Test
    void the_proxy_lets_through_what_a_node_takes_and_repeats_only_reads() {
        String caddyfile = DeployedFile.text("deploy/Caddyfile");
        long megabytes = Long.parseLong(
                DeployedFile.found(caddyfile, "max_size (\\d+)MB").getFirst());
        long most = new NodeEnvironment(Map.of()).settings().limits().artifact().toBytes();

        assertThat(megabytes * 1_000_000).isBetween(most + 1_000_000, most + 100_000_000);
        assertThat(DeployedFile.found(caddyfile, "lb_retry_match (.*)")).containsExactly("method GET HEAD OPTIONS");
        assertThat(DeployedFile.found(caddyfile, "flush_interval (.*)")).containsExactly("-1");
    }

    @Test
    void the_replica_set_is_made_of_the_members_that_are_started() {
        String script = DeployedFile.text("deploy/mongodb-initiation.js");
        List<String> members = DeployedFile.found(script, "\"(mongodb-\\d):27017\"");

        assertThat(members).hasSize(3);
        for (String member : members) {
            assertThat(services(SEVERAL).at(member).at("command").texts()).containsSequence("--replSet", "daybook");
        }
        assertThat(DeployedFile.found(script, "_id: \"(\\w+)\"")).containsExactly("daybook");
        assertThat(environment(services(SEVERAL).at("mongodb-initiation"))
                        .variables()
                        .keySet())
                .containsAll(DeployedFile.found(script, "process\\.env\\.(\\w+)"));
        assertThat(nodes().getFirst().filled().settings().mongodbUri()).endsWith("/daybook?replicaSet=daybook");
    }

    @ParameterizedTest
    @ValueSource(strings = {SEVERAL, SINGLE})
    void compose_itself_accepts_the_file_and_insists_on_secrets(String file) throws Exception {
        assumeTrue(isInstalled(), "docker compose is not installed here");
        Map<String, String> secrets = new TreeMap<>();
        NodeEnvironment.TAKEN
                .matcher(DeployedFile.text(file))
                .results()
                .filter(taken -> ":?".equals(taken.group(2)))
                .forEach(taken -> secrets.put(taken.group(1), "secret-of-tests"));
        assertThat(secrets).containsKey("DAYBOOK_AUTH_SECRET");

        assertThat(compose(secrets, 0, "-f", DeployedFile.path(file).toString(), "config"))
                .contains("secret-of-tests");
        for (String missing : secrets.keySet()) {
            Map<String, String> others = new TreeMap<>(secrets);
            others.remove(missing);
            assertThat(compose(others, 1, "-f", DeployedFile.path(file).toString(), "config", "--quiet"))
                    .contains(missing);
        }
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            compose(Map.of(), 0, "version");
            return true;
        } catch (IOException | AssertionError none) {
            return false;
        }
    }

    private static String compose(Map<String, String> environment, int status, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of("docker", "compose"), Stream.of(arguments))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("DAYBOOK_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Math.min(process.exitValue(), 1)).as(told).isEqualTo(status);
        return told;
    }
}
