package io.daybook.testkit.fault.kill;

import io.daybook.testkit.crash.CrashRounds;
import io.daybook.testkit.crash.CrashSettings;
import io.daybook.testkit.fault.scene.Account;
import io.daybook.testkit.fault.scene.Fault;
import io.daybook.testkit.fault.scene.Row;
import io.daybook.testkit.fault.scene.Scene;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code kill -9} at random moments, with eight clients of all kinds at work. */
public final class Killed implements Fault {

    private static final Duration LOAD = Duration.ofSeconds(1);

    @Override
    public String name() {
        return "`kill -9` at random moments, and started again";
    }

    @Override
    public Row run(Scene scene) throws IOException {
        List<String> lines = new ArrayList<>();
        var settings = new CrashSettings(
                scene.kills(), scene.server(), scene.folder().resolve("site"), false, null, System.nanoTime(), LOAD);
        CrashRounds.Summary summary = CrashRounds.summary(settings, lines::add);
        if (!summary.isSound()) throw new AssertionError(String.join("\n", lines));
        long found = summary.acknowledged() + summary.landed();
        return new Row(
                name(),
                new Account(summary.acknowledged(), 0, summary.landed(), found),
                "%d kills; each time all was there at the next start, and the chain of hashes whole"
                        .formatted(scene.kills()));
    }
}
