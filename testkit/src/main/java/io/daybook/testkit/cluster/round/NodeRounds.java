package io.daybook.testkit.cluster.round;

import io.daybook.testkit.axonserver.AxonServerProcess;
import io.daybook.testkit.axonserver.AxonServerSettings;
import io.daybook.testkit.cluster.Nodes;
import io.daybook.testkit.cluster.load.Workers;
import io.daybook.testkit.report.WrittenPart;
import io.daybook.testkit.server.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lets clients write to three nodes and read from them, kills a node at a random moment, starts it again and checks that
 * all is there that was acknowledged; as often as wanted. Now and then the store is killed too, and in the end all nodes
 * are restarted in turn. Arguments: how many rounds, the file with the table, and a seed, to have the same nodes killed
 * again.
 */
public final class NodeRounds {

    private static final int NODES = 3;
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Path JAR = Path.of("server", "target", "daybook.jar");

    private NodeRounds() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("daybook-nodes");
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : System.nanoTime();
        List<String> node = Site.ofJar(JAR.toAbsolutePath(), "-Xmx256m", "-XX:TieredStopAtLevel=1");
        var settings = new RoundSettings(Integer.parseInt(arguments[0]), node, folder, SOON, seed);
        try {
            String table = run(settings, System.out::println);
            System.out.println(table);
            if (arguments.length > 1) WrittenPart.replace(Path.of(arguments[1]), NodeRounds.class, old -> table);
            Site.delete(folder);
            System.exit(0);
        } catch (Exception | AssertionError broken) {
            broken.printStackTrace();
            System.exit(1);
        }
    }

    /**
     * Fails when anything acknowledged was lost, doubled or not shown, when a request was taken by nobody, or when a
     * killed node was away for long; the folder is kept in any case.
     *
     * @return a table of what was seen
     */
    public static String run(RoundSettings settings, Consumer<String> out) throws Exception {
        out.accept("seed " + settings.seed() + ", folder " + settings.folder());
        AxonServerProcess store =
                AxonServerProcess.start(AxonServerSettings.in(settings.folder().resolve("axon-server")));
        try (Nodes nodes = Nodes.start(store, NODES, settings.node(), settings.folder(), List.of())) {
            Figures figures = new Figures();
            Round round = new Round(nodes, new Workers(nodes), new Probe(nodes), figures, settings);
            for (int number = 1; number <= settings.rounds(); number++) {
                out.accept("round %2d  %s".formatted(number, round.run(number)));
            }
            out.accept(round.restartAll());
            return figures.table();
        }
    }
}
