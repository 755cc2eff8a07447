package io.daybook.server.cluster;

import io.daybook.server.running.AxonSettings;
import io.daybook.server.tracking.TrackingClient;
import io.daybook.testkit.axonserver.AxonServerProcess;
import io.daybook.testkit.axonserver.AxonServerSettings;
import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.server.ServerProcess;
import io.daybook.testkit.server.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** Nodes that share an Axon Server, with authentication on. */
final class Cluster implements AutoCloseable {

    private static final Path JAR = Path.of("target", "daybook.jar").toAbsolutePath();
    private static final String PASSWORD = "open sesame";

    private final List<Site> sites;
    private final List<ServerProcess> nodes = new ArrayList<>();
    private final List<HttpCaller> callers = new ArrayList<>();
    private AxonServerProcess store;
    private final String admin;

    private Cluster(AxonServerProcess store, List<Site> sites) throws IOException {
        this.store = store;
        this.sites = sites;
        for (Site site : sites) nodes.add(site.start());
        for (ServerProcess node : nodes) callers.add(node.http());
        this.admin = bearer("default", PASSWORD);
    }

    /** @param folder of everything */
    static Cluster of(int size, Path folder) throws IOException {
        AxonServerProcess store = AxonServerProcess.orReal(AxonServerSettings.in(folder.resolve("axon-server")));
        List<String> settings = new ArrayList<>(List.of(
                "--daybook.auth.enabled=true",
                "--daybook.auth.secret=a secret of these tests that is long enough",
                "--daybook.auth.first-password=" + PASSWORD,
                "--daybook.read.wait=20s"));
        AxonSettings.of(store.address()).forEach((name, value) -> settings.add("--" + name + "=" + value));
        List<String> program = Site.ofJar(JAR, "-Xmx256m", "-XX:TieredStopAtLevel=1");
        return new Cluster(
                store,
                IntStream.range(0, size)
                        .mapToObj(i -> new Site(program, folder.resolve("node-" + i), null, settings))
                        .toList());
    }

    /** What to send as {@code Authorization}; asked of the first node. */
    String bearer(String name, String password) throws IOException {
        String answer = callers.getFirst()
                .post("/auth")
                .body("{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, password))
                .answers(200)
                .text();
        return "Bearer "
                + JsonMapper.shared().readTree(answer).get("access_token").asString();
    }

    /** To a node, by its number or beyond, as the admin. */
    HttpCaller node(int number) {
        return callers.get(number % callers.size()).as(admin);
    }

    /** To a node without saying who speaks. */
    HttpCaller stranger(int number) {
        return callers.get(number % callers.size());
    }

    TrackingClient client(int number) {
        return new TrackingClient(node(number));
    }

    int size() {
        return nodes.size();
    }

    /** As {@code kill -9}. */
    void kill(int number) {
        nodes.get(number).kill();
        callers.get(number).close();
    }

    /** On another port. */
    void restart(int number) throws IOException {
        nodes.set(number, sites.get(number).start());
        callers.set(number, nodes.get(number).http());
    }

    /** Whether the store is one that nobody here may kill. */
    boolean hasRealStore() {
        return store.isReal();
    }

    void killStore() {
        store.kill();
    }

    void restartStore() {
        store = store.again();
    }

    Path home(int number) {
        return sites.get(number).home();
    }

    @Override
    public void close() {
        callers.forEach(HttpCaller::close);
        nodes.forEach(ServerProcess::close);
        store.close();
    }
}
