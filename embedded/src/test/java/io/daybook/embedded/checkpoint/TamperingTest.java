package io.daybook.embedded.checkpoint;

import static io.daybook.testkit.eventstore.Notes.note;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.log.ChainReport;
import io.daybook.embedded.eventstore.SqliteStoreUnderTest;
import io.daybook.testkit.eventstore.StoreUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Edits drawn at random, each of which has to be found at its place, by the server's check and by the one that shares
 * nothing with it. How many, {@code -Ddaybook.test.tampering=1000} says; the other check, a process each time, is asked
 * about as many as {@code -Ddaybook.test.tampering.python=1000} says.
 */
@SuppressWarnings("NullAway.Init") // written before each test
class TamperingTest {

    private static final int EDITS = Integer.getInteger("daybook.test.tampering", 40);
    private static final int ASKED_TWICE = Integer.getInteger("daybook.test.tampering.python", 6);
    private static final int EVENTS = 60;
    private static final Path CHECKER = Path.of("..", "docs", "verify_log.py");

    private final Random random = new Random(20_260_623);

    @TempDir
    private Path folder;

    private Path original;
    private int copies;

    /** With two checkpoints: of the middle and of the end. */
    @BeforeEach
    void write_a_log() throws IOException {
        original = Files.createDirectories(folder.resolve("original"));
        write(original, EVENTS / 2, "true");
        write(original, EVENTS, "true");
    }

    private static void write(Path home, int upTo, String word) {
        StoreUnderTest.Opened log = new SqliteStoreUnderTest().open(home);
        for (long n = log.log().head(); n < upTo; n++) {
            Map<String, String> metadata = Map.of("actor", "1", "via", "ops", "requestIds", word + n);
            log.store().publish(note("notebook-" + n % 3, n / 3).withMetaData(metadata));
        }
        new FileCheckpoints(log.log(), home).make();
        log.close();
    }

    @Test
    @Tag("ops-4.chain.checker")
    @Tag("ops-4.tampering")
    void every_edit_is_found_at_its_place_and_an_untouched_log_is_sound() throws Exception {
        for (int i = 0; i < EDITS; i++) {
            Path home = copy();
            assertThat(verified(home).verified()).as("false alarm").isTrue();
            if (i < ASKED_TWICE) assertThat(checked(home)).startsWith(EVENTS + " ");

            Tampering edit = Tampering.drawn(random, EVENTS);
            edit.with(home.resolve("events.db"));

            assertThat(verified(home).firstBad()).as(edit.toString()).isEqualTo(edit.firstBad());
            if (i < ASKED_TWICE)
                assertThat(checked(home)).as(edit.toString()).contains("position " + edit.firstBad() + " is");
        }
    }

    @Test
    @Tag("ops-4.forger")
    @Tag("ops-4.forger.used")
    void a_log_whose_end_or_whole_was_rewritten_is_found_by_checkpoints() throws Exception {
        for (int i = 0; i < Math.max(6, EDITS / 20); i++) {
            int kept = i == 0 ? 0 : random.nextInt(EVENTS);
            Path home = copy();
            rewrite(home.resolve("events.db"), kept);

            ChainReport found = verified(home);
            long first = kept < EVENTS / 2 ? EVENTS / 2 : EVENTS;
            assertThat(found.firstBad()).as("kept " + kept).isEqualTo(first);
            assertThat(found.reason()).isEqualTo("CHECKPOINT");
            if (i < ASKED_TWICE) assertThat(checked(home)).isEqualTo("position " + first + " is not what was signed");
        }
    }

    /** Behind what is kept, another history with a chain that is sound. */
    private void rewrite(Path events, int kept) throws IOException, SQLException {
        Path forged = Files.createDirectories(folder.resolve("forged" + copies++));
        Path forgery = forged.resolve("events.db");
        if (kept > 0) {
            Files.copy(events, forgery);
            new Tampering("tail cut", kept + 1, List.of("DELETE FROM events WHERE position > " + kept)).with(forgery);
        }
        write(forged, EVENTS + random.nextInt(5), "false");
        Files.copy(forgery, events, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path copy() throws IOException {
        Path home = Files.createDirectories(folder.resolve("copy" + copies++));
        try (var files = Files.walk(original)) {
            for (Path file : files.sorted().toList()) {
                Path to = home.resolve(original.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(to);
                else Files.copy(file, to);
            }
        }
        return home;
    }

    private static ChainReport verified(Path home) {
        return with(home, checkpoints -> checkpoints.verify(1, Long.MAX_VALUE));
    }

    private static <T> T with(Path home, Function<FileCheckpoints, T> work) {
        StoreUnderTest.Opened log = new SqliteStoreUnderTest().open(home);
        try {
            return work.apply(new FileCheckpoints(log.log(), home));
        } finally {
            log.close();
        }
    }

    private static String checked(Path home) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3", CHECKER.toString(), home + "/events.db"));
        for (int position : List.of(EVENTS / 2, EVENTS)) command.add(home + "/checkpoints/" + position + ".json");
        Process python = new ProcessBuilder(command).redirectErrorStream(true).start();
        String told = new String(python.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(python.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return told;
    }
}
