package io.daybook.testkit.fault.kill;

import io.daybook.testkit.server.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;

/** What a power cut leaves of a page that was being written: part of it, behind everything that was acknowledged. */
public final class TornWrite extends Restarted {

    private static final int PART_OF_A_PAGE = 2_900;

    @Override
    public String name() {
        return "torn last page of the log: a write that was cut off";
    }

    @Override
    String harm(Site site) throws IOException {
        Path log = site.home().resolve("events.db-wal");
        byte[] part = new byte[PART_OF_A_PAGE];
        new SplittableRandom().nextBytes(part);
        Files.write(log, part, StandardOpenOption.APPEND);
        return "left out when the log was opened";
    }
}
