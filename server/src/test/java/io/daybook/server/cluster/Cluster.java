package io.daybook.server.cluster;

import io.daybook.server.tracking.TrackingClient;
import io.daybook.testkit.axonserver.AxonServerProcess;
import io.daybook.testkit.axonserver.AxonServerSettings;
import io.daybook.testkit.cluster.Nodes;
import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.server.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Nodes that share an Axon Server, with authentication on. */
final class Cluster implements AutoCloseable {

    /** The command that starts a node. */
    static final List<String> PROGRAM =
            Site.ofJar(Path.of("target", "daybook.jar").toAbsolutePath(), "-Xmx256m", "-XX:TieredStopAtLevel=1");

    private static final String PASSWORD = "open sesame";
    private static final List<String> SETTINGS = List.of(
            "--daybook.auth.enabled=true",
            "--daybook.auth.secret=a secret of these tests that is long enough",
            "--daybook.auth.first-password=" + PASSWORD,
            "--daybook.read.wait=20s");

    private final Nodes nodes;
    private final String admin;

    private Cluster(Nodes nodes) throws IOException {
        this.nodes = nodes;
        this.admin = bearer("default", PASSWORD);
    }

    /** @param folder of everything */
    static Cluster of(int size, Path folder) throws IOException {
        AxonServerProcess store = AxonServerProcess.orReal(AxonServerSettings.in(folder.resolve("axon-server")));
        return new Cluster(Nodes.start(store, size, PROGRAM, folder, SETTINGS));
    }

    /** What to send as {@code Authorization}; asked of the first node. */
    String bearer(String name, String password) throws IOException {
        String answer = nodes.http(0)
                .post("/auth")
                .body("{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, password))
                .answers(200)
                .text();
        return "Bearer "
                + JsonMapper.shared().readTree(answer).get("access_token").asString();
    }

    /** To a node, by its number or beyond, as the admin. */
    HttpCaller node(int number) {
        return stranger(number).as(admin);
    }

    /** To a node without saying who speaks. */
    HttpCaller stranger(int number) {
        return nodes.http(number);
    }

    TrackingClient client(int number) {
        return new TrackingClient(node(number));
    }

    int size() {
        return nodes.size();
    }

    /** As {@code kill -9}. */
    void kill(int number) {
        nodes.kill(number);
    }

    /** On another port. */
    void restart(int number) throws IOException {
        nodes.restart(number);
    }

    /** Whether the store is one that nobody here may kill. */
    boolean hasRealStore() {
        return nodes.hasRealStore();
    }

    void killStore() {
        nodes.killStore();
    }

    void restartStore() {
        nodes.restartStore();
    }

    @Override
    public void close() {
        nodes.close();
    }
}
