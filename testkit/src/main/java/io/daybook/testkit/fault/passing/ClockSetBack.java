package io.daybook.testkit.fault.passing;

import io.daybook.testkit.chain.IndependentChain;
import io.daybook.testkit.fault.scene.Account;
import io.daybook.testkit.fault.scene.Fault;
import io.daybook.testkit.fault.scene.Row;
import io.daybook.testkit.fault.scene.Scene;
import io.daybook.testkit.fault.scene.Waiting;
import io.daybook.testkit.fault.scene.Writers;
import io.daybook.testkit.server.ServerProcess;
import io.daybook.testkit.server.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The clock that events take their time from goes back by an hour, and later forward again. */
public final class ClockSetBack implements Fault {

    private static final int WARM_UP = 100;

    @Override
    public String name() {
        return "clock set back by an hour, and forward again";
    }

    @Override
    public Row run(Scene scene) throws Exception {
        Path offset = Files.writeString(scene.folder().resolve("clock-offset"), "0");
        var command =
                Site.ofClassPath(ShiftedClock.class.getName(), "-Xmx256m", "-D" + ShiftedClock.FILE + "=" + offset);
        Site site = new Site(command, scene.folder().resolve("home"), null, List.of());
        try (ServerProcess server = site.start()) {
            Writers writers = Writers.of(server);
            try (Writers.Shift shift = writers.writeTo(server)) {
                for (String seconds : List.of("0", "-3600", "0")) {
                    Files.writeString(offset, seconds);
                    long before = writers.acknowledged();
                    Waiting.until("writing goes on", () -> writers.acknowledged() >= before + WARM_UP);
                }
            }
            Account account = writers.check(server);
            server.stop();
            IndependentChain.recompute(site.events(), IndependentChain.End.NOTHING);
            return new Row(name(), account, Moments.check(site.events()));
        }
    }
}
