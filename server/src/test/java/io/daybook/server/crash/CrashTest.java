package io.daybook.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.testkit.crash.CrashRounds;
import io.daybook.testkit.crash.CrashSettings;
import io.daybook.testkit.server.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few of the rounds that {@link CrashRounds} does as many of as asked; a new seed every time, named on failure. */
class CrashTest {

    private static final List<String> SERVER =
            Site.ofClassPath("io.daybook.server.Daybook", "-Xmx256m", "-XX:TieredStopAtLevel=1");

    @TempDir
    private Path folder;

    private final List<String> lines = new ArrayList<>();

    @Test
    @Tag("ops-2.key.together")
    void a_killed_server_has_all_that_it_acknowledged_once_and_in_order() throws IOException {
        assertThat(rounds(3, false, null)).as("%s", lines).isTrue();
    }

    @Test
    void views_that_were_dropped_come_back_byte_for_byte() throws IOException {
        assertThat(rounds(3, true, null)).as("%s", lines).isTrue();
    }

    @Test
    void views_in_mongodb_come_back_byte_for_byte_after_their_database_was_dropped() throws IOException {
        assertThat(rounds(1, true, CrashSettings.PROCESS)).as("%s", lines).isTrue();
    }

    private boolean rounds(int rounds, boolean dropViews, @Nullable String mongodb) throws IOException {
        var settings = new CrashSettings(
                rounds, SERVER, folder.resolve("site"), dropViews, mongodb, System.nanoTime(), Duration.ofMillis(500));
        return CrashRounds.run(settings, lines::add);
    }
}
