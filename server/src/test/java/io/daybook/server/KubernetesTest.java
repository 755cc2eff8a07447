package io.daybook.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.DurationStyle;

/** The manifests, against what the program knows. */
class KubernetesTest {

    private static final String FOLDER = "deploy/kubernetes/";
    private static final String NODES = FOLDER + "daybook.yaml";
    private static final String STORE = FOLDER + "axon-server.yaml";

    private static DeployedFile manifest(String file, String kind) {
        return DeployedFile.documents(file).stream()
                .filter(manifest -> manifest.at("kind").text().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static DeployedFile pod(String file) {
        return manifest(file, "StatefulSet").at("spec.template.spec");
    }

    private static Map<String, String> secrets() {
        return manifest(FOLDER + "secret.example.yaml", "Secret")
                .at("stringData")
                .values();
    }

    @Test
    void nodes_are_given_settings_that_exist_and_go_together() {
        Map<String, String> all =
                new HashMap<>(manifest(NODES, "ConfigMap").at("data").values());
        assertThat(new NodeEnvironment(all).literalSecrets()).isEmpty();
        secrets().keySet().forEach(name -> all.put(name, "mongodb://0123456789-of-tests/" + name));
        NodeEnvironment node = new NodeEnvironment(all);

        assertThat(node.unknown()).isEmpty();
        assertThat(node.settings().eventStore().isShared()).isTrue();
        assertThat(node.settings().auth().enabled()).isTrue();
        assertThat(node.settings().mongodbUri()).startsWith("mongodb://");
        assertThat(node.axonServer().words()).isEqualTo("axon-server:8124, context default");
        assertThat(pod(NODES).at("containers.0.envFrom").all("name").map(DeployedFile::text))
                .containsOnly("daybook");
    }

    @Test
    void the_example_names_all_secrets_and_holds_none() {
        assertThat(secrets().values()).containsOnly("");
        assertThat(Pattern.compile("--from-literal=(\\w+)=")
                        .matcher(DeployedFile.text(FOLDER + "README.md"))
                        .results()
                        .map(found -> found.group(1)))
                .hasSameElementsAs(secrets().keySet());
        assertThat(pod(STORE).all("secretKeyRef").map(key -> key.at("key").text()))
                .isNotEmpty()
                .isSubsetOf(secrets().keySet());
        assertThat(pod(STORE).at("containers.0.env").list())
                .filteredOn(variable -> variable.at("name").text().matches(".*(TOKEN|PASSWORD|SECRET|KEY)"))
                .isNotEmpty()
                .allMatch(variable -> variable.has("valueFrom"));
    }

    @Test
    void ports_are_those_of_the_program() {
        List<String> ports = NodeEnvironment.ports();
        DeployedFile container = pod(NODES).at("containers.0");

        assertThat(container.at("ports").all("containerPort").map(DeployedFile::text))
                .containsExactlyElementsOf(ports);
        DeployedFile service = manifest(NODES, "Service").at("spec.ports");
        assertThat(service.all("port").map(DeployedFile::text)).containsExactlyElementsOf(ports);
        assertThat(service.all("targetPort").map(DeployedFile::text))
                .containsExactlyElementsOf(container
                        .at("ports")
                        .all("name")
                        .map(DeployedFile::text)
                        .toList());
        assertThat(manifest(STORE, "Service").at("spec.ports").all("port").map(DeployedFile::text))
                .containsExactly("8124");
    }

    @Test
    void probes_ask_routes_that_there_are() {
        DeployedFile container = pod(NODES).at("containers.0");

        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            assertThat(Routes.ofHealth())
                    .contains(container.at(probe + ".httpGet.path").text());
            assertThat(container.at(probe + ".httpGet.port").text()).isEqualTo("http");
        }
        assertThat(container.at("readinessProbe.httpGet.path").text()).endsWith("/readiness");
    }

    @Test
    void a_node_may_be_away_by_intention_and_has_time_to_finish() {
        DeployedFile budget = manifest(NODES, "PodDisruptionBudget").at("spec");
        DeployedFile nodes = manifest(NODES, "StatefulSet").at("spec");
        String labels = nodes.at("template.metadata.labels").text();

        assertThat(budget.at("maxUnavailable").text()).isEqualTo("1");
        assertThat(nodes.at("updateStrategy.type").text()).isEqualTo("RollingUpdate");
        assertThat(Integer.parseInt(nodes.at("replicas").text())).isGreaterThan(1);
        assertThat(labels)
                .isEqualTo(budget.at("selector.matchLabels").text())
                .isEqualTo(nodes.at("selector.matchLabels").text())
                .isEqualTo(manifest(NODES, "Service").at("spec.selector").text());
        Duration finishing = DurationStyle.detectAndParse(Objects.requireNonNull(
                        NodeEnvironment.defaults().getProperty("spring.lifecycle.timeout-per-shutdown-phase"))
                .toString());
        long before = Long.parseLong(
                pod(NODES).at("containers.0.lifecycle.preStop.exec.command.1").text());
        assertThat(Long.parseLong(pod(NODES).at("terminationGracePeriodSeconds").text()))
                .isGreaterThan(before + finishing.toSeconds());
    }

    @Test
    void every_container_is_confined_and_bounded() {
        for (String file : List.of(NODES, STORE)) {
            DeployedFile container = pod(file).at("containers.0");
            assertThat(container.at("securityContext.readOnlyRootFilesystem").text())
                    .isEqualTo("true");
            assertThat(container.at("securityContext.allowPrivilegeEscalation").text())
                    .isEqualTo("false");
            assertThat(container.at("securityContext.capabilities.drop").texts())
                    .containsExactly("ALL");
            assertThat(pod(file).at("securityContext.runAsNonRoot").text()).isEqualTo("true");
            assertThat(container.at("resources.limits").names()).contains("memory");
        }
        assertThat(pod(NODES).at("securityContext.runAsUser").text()).isEqualTo(Image.user());
        assertThat(pod(NODES).at("containers.0.volumeMounts.0.mountPath").text())
                .isEqualTo(Image.home());
    }
}
