package io.daybook.testkit.fault.passing;

import io.daybook.testkit.fault.scene.Fault;
import io.daybook.testkit.fault.scene.Row;
import io.daybook.testkit.fault.scene.Scene;
import io.daybook.testkit.fault.scene.Waiting;
import io.daybook.testkit.fault.scene.Writers;
import io.daybook.testkit.server.ServerProcess;
import io.daybook.testkit.server.Site;
import java.nio.file.Files;

/** A second server is started on a folder that is in use. */
public final class TwoProcesses implements Fault {

    private static final int WARM_UP = 100;

    @Override
    public String name() {
        return "a second process on the same folder";
    }

    @Override
    public Row run(Scene scene) throws Exception {
        Site site = scene.site();
        try (ServerProcess first = site.start()) {
            Writers writers = Writers.of(first);
            try (Writers.Shift shift = writers.writeTo(first)) {
                Waiting.until("writing goes on", () -> writers.acknowledged() >= WARM_UP);
                refused(site, first);
                long before = writers.acknowledged();
                Waiting.until("writing goes on still", () -> writers.acknowledged() >= before + WARM_UP);
            }
            return new Row(
                    name(), writers.check(first), "the second ends at once and names the first; the first goes on");
        }
    }

    private static void refused(Site site, ServerProcess first) throws Exception {
        try (ServerProcess second = site.start()) {
            if (second.exitCode() == 0) throw new AssertionError("the second says that all is well");
        }
        String output = Files.readString(site.output());
        if (!output.contains("process " + first.pid())) throw new AssertionError("the first is not named: " + output);
    }
}
