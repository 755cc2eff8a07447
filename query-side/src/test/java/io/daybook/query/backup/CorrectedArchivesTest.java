package io.daybook.query.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.backup.Archive;
import io.daybook.api.iteration.IterationEvent;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.query.iteration.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is restored reads like what was backed up, whatever was corrected. */
class CorrectedArchivesTest {

    private static final String LOG = "tensorboard/events.out.tfevents.0000000000.daybook";

    /** Made anew for each try: one object has all of them. */
    private Rows rows = new Rows(9);

    private Story story = Story.begun();

    @BeforeTry
    void begin() {
        rows = new Rows(9);
        story = Story.begun();
    }

    @Property(tries = 60)
    void a_history_with_corrections_is_replayed_as_it_reads(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) happen(random);
        byte[] zip = story.backup();
        byte[] logs = Zips.of(Map.of(LOG, Zips.entries(zip).get(LOG)));

        Map<String, List<ScalarPoint>> expected = new LinkedHashMap<>();
        for (String key : rows.keys()) expected.put(key, rows.series(key));
        for (byte[] each : List.of(zip, logs)) {
            Map<String, List<ScalarPoint>> replayed = replayed(each);
            assertThat(replayed).isEqualTo(expected);
            assertThat(replayed.keySet()).containsExactlyElementsOf(expected.keySet());
        }
        assertThat(Manifest.parse(Zips.entries(zip).get("manifest.json"))
                        .counts()
                        .scalars())
                .isEqualTo(rows.sorted().size());
    }

    private void happen(Random random) {
        if (rows.isEmpty() || random.nextInt(3) == 0) {
            List<ScalarPoint> batch = new ArrayList<>();
            for (int i = random.nextInt(6); i >= 0; i--) batch.add(point(random));
            story.iteration(rows.logged(batch));
        } else {
            long which = rows.any(random);
            story.iteration(random.nextBoolean() ? rows.deleted(which) : rows.changed(which, point(random)));
        }
    }

    /** With values that TensorBoard keeps. */
    private static ScalarPoint point(Random random) {
        return new ScalarPoint("key " + random.nextInt(5), random.nextInt(9), random.nextDouble(), random.nextFloat());
    }

    @Test
    void a_series_that_lost_its_first_point_still_comes_first() throws IOException {
        story.iteration(rows.logged(new ScalarPoint("a", 0, 0, 1)));
        story.iteration(rows.logged(new ScalarPoint("b", 0, 0, 2)));
        story.iteration(rows.logged(new ScalarPoint("a", 1, 0, 3)));
        story.iteration(rows.deleted(0));

        assertThat(replayed(story.backup()).keySet()).containsExactly("a", "b");
    }

    @Test
    void what_the_tracking_api_did_besides_is_passed_over() throws IOException {
        story.iteration(rows.logged(new ScalarPoint("a", 0, 0, 1)));
        TrackedBesides.happens(story);

        assertThat(replayed(story.backup())).containsExactly(Map.entry("a", List.of(new ScalarPoint("a", 0, 0, 1))));
    }

    @Test
    void a_deleted_iteration_is_not_restored(@TempDir Path folder) throws IOException {
        story.iteration(new IterationEvent.IterationDeleted(9, 7));

        assertThat(Zips.open(folder, story.backup()))
                .isEqualTo(new Archive.Broken("line 4 of events.ndjson says that the iteration was deleted"));
    }

    private static Map<String, List<ScalarPoint>> replayed(byte[] zip) throws IOException {
        Map<String, List<ScalarPoint>> series = new LinkedHashMap<>();
        Path folder = Files.createTempDirectory("corrected");
        Path file = Zips.file(folder, zip);
        Archive archive = Story.archives(new MemoryLog()).open(file);
        assertThat(archive).isInstanceOf(Archive.Sound.class);
        for (ScalarPoint point : Story.Points.of((Archive.Sound) archive).scalars()) {
            series.computeIfAbsent(point.key(), key -> new ArrayList<>()).add(point);
        }
        Files.delete(file);
        Files.delete(folder);
        return series;
    }
}
