package io.daybook.testkit.cluster.round;

import io.daybook.testkit.cluster.Nodes;
import io.daybook.testkit.fault.scene.Made;
import io.daybook.testkit.fault.scene.Waiting;
import io.daybook.testkit.http.HttpCaller;
import java.io.IOException;

/** Whether a node serves, which is seen by a write that it takes. */
final class Probe {

    private final Nodes nodes;
    private final long experiment;

    Probe(Nodes nodes) throws IOException {
        this.nodes = nodes;
        this.experiment = Made.experiment(nodes.http(0), "probe");
    }

    /** Waits until a node is ready and takes a write. */
    void untilServes(int number) throws Exception {
        HttpCaller node = nodes.http(number);
        Waiting.untilReadinessIs("UP", node);
        Waiting.until("node " + number + " takes a write", () -> takes(node));
    }

    private boolean takes(HttpCaller node) throws IOException {
        return node.post("/iteration/experiment/" + experiment).send().status() == 201;
    }

    void untilAllServe() throws Exception {
        for (int number = 0; number < nodes.size(); number++) untilServes(number);
    }
}
