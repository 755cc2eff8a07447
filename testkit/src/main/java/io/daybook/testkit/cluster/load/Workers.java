package io.daybook.testkit.cluster.load;

import io.daybook.testkit.cluster.Nodes;
import io.daybook.testkit.fault.scene.AtWork;
import io.daybook.testkit.fault.scene.Made;
import io.daybook.testkit.http.HttpCaller;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** All who ever wrote to the nodes. Some come newly, and work while something happens; nothing of anybody's may ever be lost. */
public final class Workers {

    private static final int MANY = 4;

    private final Nodes nodes;
    private final List<Worker> all = new ArrayList<>();
    private List<Worker> fresh = List.of();

    public Workers(Nodes nodes) {
        this.nodes = nodes;
    }

    /**
     * New ones at work, until it is closed.
     *
     * @param name of nobody else
     */
    public AtWork begin(String name, Tally tally) throws IOException {
        Turns turns = new Turns(nodes, tally);
        List<Worker> hired = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            String own = name + ", client " + i;
            hired.add(new Worker(turns, own, Made.experiment(nodes.http(i), own)));
        }
        fresh = hired;
        all.addAll(hired);
        return AtWork.on(hired.stream().<Runnable>map(worker -> worker::step).toList());
    }

    /** Those who came last send again what they sent last. */
    public void repeat() {
        fresh.forEach(Worker::repeat);
    }

    /** Fails unless a node has all that was acknowledged to anybody, once and in order, and nothing else of theirs. */
    public void check(HttpCaller http) {
        for (Worker worker : all) worker.check(http);
    }
}
