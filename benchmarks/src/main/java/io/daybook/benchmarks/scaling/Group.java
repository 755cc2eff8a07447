package io.daybook.benchmarks.scaling;

import io.daybook.benchmarks.stage.DatabaseFile;
import io.daybook.benchmarks.stage.Options;
import io.daybook.benchmarks.stage.ServerProcess;
import io.daybook.benchmarks.stage.Stage;
import io.daybook.benchmarks.stage.Views;
import io.daybook.testkit.axonserver.AxonServerProcess;
import io.daybook.testkit.axonserver.AxonServerSettings;
import io.daybook.testkit.content.S3Server;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nodes that share a store, or one that has all to itself. The first one is also the stage on which things are made. */
final class Group implements AutoCloseable {

    private final Options options;
    private final @Nullable Store store;
    private final Stage stage;
    private final List<ServerProcess> others = new ArrayList<>();
    private double started;

    /** @param content where bytes of artifacts would go, if there were any */
    private record Store(AxonServerProcess events, Path folder, S3Server content) {

        static Store in(Path folder) {
            return new Store(AxonServerProcess.start(AxonServerSettings.in(folder)), folder, new S3Server());
        }

        Options known(Options node) {
            return node.onServer("--daybook.event-store.type=axon-server")
                    .onServer("--axon.axonserver.servers=" + events.address())
                    .onServer("--daybook.artifacts.backend=s3")
                    .onServer("--daybook.artifacts.s3.bucket=" + S3Server.BUCKET)
                    .onServer("--daybook.artifacts.s3.endpoint=" + content.endpoint())
                    .onServer("--daybook.artifacts.s3.access-key=" + S3Server.ACCESS_KEY)
                    .onServer("--daybook.artifacts.s3.secret-key=not-looked-at");
        }
    }

    private Group(Options options, @Nullable Store store) {
        this.options = options;
        this.store = store;
        this.stage = new Stage(store == null ? options : store.known(options));
    }

    /** One process, whose log is its own. */
    static Group alone(Options options) throws Exception {
        Group group = new Group(options, null);
        group.stage.port();
        return group;
    }

    static Group of(int nodes, Options options) throws Exception {
        Group group = new Group(options, Store.in(options.home().resolve("store")));
        try {
            group.stage.port();
            while (group.others.size() < nodes - 1) group.started = group.join();
            return group;
        } catch (Exception failure) {
            group.close();
            throw failure;
        }
    }

    /** One node more; answers how many seconds it took until it served. */
    double join() throws Exception {
        if (store == null) throw new IllegalStateException("alone");
        long begin = System.nanoTime();
        others.add(ServerProcess.start(store.known(options.in("node-" + others.size()))));
        return (System.nanoTime() - begin) / 1e9;
    }

    /** The same of the last of those that began with it, when there was nothing to copy. */
    double started() {
        return started;
    }

    Stage stage() {
        return stage;
    }

    List<Integer> ports() throws Exception {
        List<Integer> ports = new ArrayList<>(List.of(stage.port()));
        for (ServerProcess other : others) ports.add(other.port());
        return ports;
    }

    List<Views> views() throws Exception {
        return ports().stream().map(Views::new).toList();
    }

    /** Of the first node, the last one, and the store. */
    Meter meter() throws Exception {
        ServerProcess follower = others.getLast();
        Path home = ServerProcess.home(options.in("stage"));
        return new Meter(
                stage.server().processorSeconds(),
                follower.processorSeconds(),
                follower.threadSeconds(),
                store == null ? 0 : store.events().processorSeconds(),
                bytes(home.resolve("events.db")),
                bytes(home.resolve("views").resolve("views.db")),
                store == null ? 0 : bytes(store.folder().resolve("axon-server.db")),
                Views.head(stage.port()));
    }

    private static double bytes(Path file) throws Exception {
        return new DatabaseFile(file).bytes();
    }

    @Override
    public void close() {
        stage.close();
        others.forEach(ServerProcess::close);
        if (store == null) return;
        store.events().close();
        store.content().close();
    }
}
