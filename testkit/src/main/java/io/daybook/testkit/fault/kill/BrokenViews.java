package io.daybook.testkit.fault.kill;

import io.daybook.testkit.server.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** The file of the views is overwritten by noise. */
public final class BrokenViews extends Restarted {

    @Override
    public String name() {
        return "views folder overwritten by random bytes";
    }

    @Override
    String harm(Site site) throws IOException {
        Path views = site.home().resolve("views");
        byte[] noise = new byte[(int) Math.max(1 << 16, Files.size(views.resolve("views.db")))];
        new SplittableRandom().nextBytes(noise);
        Files.write(views.resolve("views.db"), noise);
        Files.deleteIfExists(views.resolve("views.db-wal"));
        return "made anew and filled from the log";
    }
}
