package io.daybook.testkit.cluster.round;

import io.daybook.testkit.cluster.Nodes;
import io.daybook.testkit.fault.scene.Expect;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether all nodes have one log, of which each can show that it is whole. */
final class SameLog {

    private SameLog() {}

    /** While nobody writes. */
    static void check(Nodes nodes) {
        var heads = IntStream.range(0, nodes.size())
                .mapToObj(
                        node -> nodes.http(node).get("/audit/head").answers(200).text())
                .collect(Collectors.toSet());
        Expect.that(heads.size() == 1, "all nodes have the same head: " + heads);
        for (int node = 0; node < nodes.size(); node++) {
            nodes.http(node).get("/audit/verify").answers(200).says("\"verified\":true");
        }
    }
}
