package io.daybook.testkit.cluster;

import io.daybook.testkit.axonserver.AxonServerProcess;
import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.server.ServerProcess;
import io.daybook.testkit.server.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/** Nodes that share an Axon Server, all of them processes, which one thread kills and starts while others speak to them. */
public final class Nodes implements AutoCloseable {

    private final List<Site> sites;
    private final List<ServerProcess> processes = new ArrayList<>();
    private final List<HttpCaller> callers = new CopyOnWriteArrayList<>();
    private AxonServerProcess store;

    private Nodes(AxonServerProcess store, List<Site> sites) {
        this.store = store;
        this.sites = sites;
    }

    /**
     * Starts them, and waits until they answer.
     *
     * @param store is ended with them
     * @param program starts one
     * @param folder of everything
     * @param more settings, beside those of the store
     */
    public static Nodes start(AxonServerProcess store, int size, List<String> program, Path folder, List<String> more)
            throws IOException {
        List<String> settings = new ArrayList<>(more);
        AxonSettings.of(store.address()).forEach((name, value) -> settings.add("--" + name + "=" + value));
        Nodes nodes = new Nodes(
                store,
                IntStream.range(0, size)
                        .mapToObj(i -> new Site(program, folder.resolve("node-" + i), null, settings))
                        .toList());
        for (Site site : nodes.sites) nodes.processes.add(site.start());
        for (ServerProcess process : nodes.processes) nodes.callers.add(process.http());
        return nodes;
    }

    public int size() {
        return sites.size();
    }

    /** To a node, by its number or beyond. */
    public HttpCaller http(int number) {
        return callers.get(number % callers.size());
    }

    /** As {@code kill -9}. */
    public void kill(int number) {
        processes.get(number).kill();
    }

    /** As {@code kill}, which lets it finish what it accepted. */
    public void stop(int number) {
        processes.get(number).stop();
    }

    /** On another port; waits until it answers there. */
    public void restart(int number) throws IOException {
        ServerProcess process = sites.get(number).start();
        processes.set(number, process);
        callers.set(number, process.http()).close();
    }

    /** Whether the store is one that nobody here may kill. */
    public boolean hasRealStore() {
        return store.isReal();
    }

    public void killStore() {
        store.kill();
    }

    /** Waits until it serves. */
    public void restartStore() {
        store = store.again();
    }

    @Override
    public void close() {
        callers.forEach(HttpCaller::close);
        processes.forEach(ServerProcess::close);
        store.close();
    }
}
