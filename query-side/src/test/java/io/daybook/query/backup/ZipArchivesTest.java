package io.daybook.query.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.backup.Archive;
import io.daybook.api.experiment.ExperimentEvent;
import io.daybook.api.experiment.ExperimentStatus;
import io.daybook.api.iteration.Histogram;
import io.daybook.api.iteration.HistogramPoint;
import io.daybook.api.iteration.IterationEvent;
import io.daybook.api.iteration.IterationStatus;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import io.daybook.query.backup.Story.Points;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipArchivesTest {

    @TempDir
    Path folder;

    @Test
    void replays_all_points_in_the_order_logged() throws IOException {
        Points points = Points.of(restored(Story.small().backup()));

        assertThat(points.scalars())
                .containsExactly(
                        new ScalarPoint("loss", 0, 1.5, 0.5),
                        new ScalarPoint("acc", 0, 1.5, 0.25),
                        new ScalarPoint("loss", 1, 2.5, 0.375));
        assertThat(points.histograms())
                .containsExactly(Story.point("weights", 0), Story.point("biases", 0), Story.point("weights", 1));
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                0x7ff0000000000000L,
                0xfff0000000000000L,
                0x7ff8000000000000L,
                0x7ff8000000000123L,
                0xfff8000000000001L,
                0x8000000000000000L,
                1L,
                0x000fffffffffffffL,
                0x7fefffffffffffffL,
                0x3fb999999999999aL
            })
    void keeps_every_bit_of_a_value(long bits) throws IOException {
        double value = Double.longBitsToDouble(bits);
        Histogram histogram = new Histogram(value, value, 1, value, value, new double[] {value}, new double[] {1});
        byte[] zip = Story.begun()
                .scalars(new ScalarPoint("x", Long.MIN_VALUE, -0.0, value))
                .histograms(new HistogramPoint("x", Long.MAX_VALUE, Double.MIN_VALUE, histogram))
                .backup();

        Points points = Points.of(restored(zip));

        assertThat(Double.doubleToRawLongBits(points.scalars().getFirst().value()))
                .isEqualTo(bits);
        assertThat(points.scalars()).containsExactly(new ScalarPoint("x", Long.MIN_VALUE, -0.0, value));
        assertThat(points.histograms())
                .containsExactly(new HistogramPoint("x", Long.MAX_VALUE, Double.MIN_VALUE, histogram));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/../b", "..", "with \"quotes\" and \\", "\uD83D\uDE00", "tab\tline\nbreak", " ", "é"})
    void keeps_names_that_hold_anything(String name) throws IOException {
        byte[] zip = Story.begun().scalars(new ScalarPoint(name, 0, 0, 0)).backup(name, Long.MAX_VALUE);

        assertThat(Points.of(restored(zip)).scalars()).containsExactly(new ScalarPoint(name, 0, 0, 0));
        byte[] manifest = Zips.entries(zip).get("manifest.json");
        assertThat(Manifest.parse(manifest).name()).isEqualTo(name);
    }

    @Test
    void an_experiment_without_points_is_an_archive_too() throws IOException {
        Archive.Sound archive = restored(Story.begun().backup());

        assertThat(Points.of(archive)).isEqualTo(new Points(List.of(), List.of()));
        assertThat(archive.description()).isEmpty();
        assertThat(archive.status()).isEqualTo(ExperimentStatus.IN_PROGRESS);
        assertThat(archive.endDate()).isNull();
    }

    @Test
    void tells_what_became_of_the_experiment() throws IOException {
        Story story = Story.begun();
        story.experiment(changed(ExperimentStatus.FINISHED, "a long run", "2026-02-01T00:00:00", false));
        Archive.Sound finished = restored(story.backup());
        story.experiment(changed(ExperimentStatus.IN_PROGRESS, null, null, true));
        Archive.Sound reopened = restored(story.backup());

        assertThat(finished.status()).isEqualTo(ExperimentStatus.FINISHED);
        assertThat(finished.endDate()).isEqualTo("2026-02-01T00:00:00");
        assertThat(reopened.status()).isEqualTo(ExperimentStatus.IN_PROGRESS);
        assertThat(reopened.description()).isEqualTo("a long run");
        assertThat(reopened.endDate()).isNull();
    }

    private static ExperimentEvent changed(
            ExperimentStatus status, String description, String endDate, boolean reopened) {
        return new ExperimentEvent.ExperimentChanged(7, status, null, description, endDate, reopened);
    }

    @Test
    void a_restored_experiment_is_backed_up_like_any_other() throws IOException {
        Story story = new Story();
        story.experiment(new ExperimentEvent.RestoreBegun(7, 1, 9, "foo", "2026-01-01T00:00:00"));
        story.iteration(new IterationEvent.IterationCreated(9, 7, 1, null, "2026-01-01T00:00:00"));
        story.scalars(new ScalarPoint("loss", 0, 0, 1));
        story.experiment(new ExperimentEvent.BackupRestored(7, 1, 9, "foo", "old", ExperimentStatus.STOPPED, "then"));

        Archive.Sound archive = restored(story.backup());

        assertThat(List.of(archive.description(), archive.status(), String.valueOf(archive.endDate())))
                .containsExactly("old", ExperimentStatus.STOPPED, "then");
        assertThat(Points.of(archive).scalars()).hasSize(1);
    }

    @Test
    void a_finalised_iteration_keeps_its_points() throws IOException {
        Story story = Story.small()
                .iteration(new IterationEvent.IterationFinalised(9, IterationStatus.SUCCEEDED, "then", null, null));

        assertThat(Points.of(restored(story.backup())).scalars()).hasSize(3);
    }

    @Test
    void two_backups_of_one_history_are_the_same_bytes_in_any_time_zone() throws IOException {
        TimeZone home = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            byte[] far = Story.small().backup();
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));

            assertThat(Story.small().backup()).isEqualTo(far);
        } finally {
            TimeZone.setDefault(home);
        }
    }

    @Test
    void what_was_logged_after_the_position_is_left_out() throws IOException {
        Story story = Story.small();
        byte[] before = story.backup();
        long position = story.log.head();
        story.scalars(new ScalarPoint("loss", 2, 3.5, 0.25));

        assertThat(story.backup("foo", position)).isEqualTo(before);
    }

    @Test
    void events_stand_as_they_are_stored_the_experiment_first() throws IOException {
        Story story = Story.small();

        List<String> lines = Zips.text(story.backup(), "events.ndjson").lines().toList();

        assertThat(lines).hasSize(7);
        assertThat(lines.getFirst())
                .isEqualTo("{\"position\":3,\"id\":\"event-3\",\"timestamp\":1700000000003,"
                        + "\"aggregate_type\":\"experiment\",\"aggregate_id\":\"experiment-7\",\"sequence\":0,"
                        + "\"type\":\"ExperimentCreated\",\"revision\":\"1\",\"metadata\":{\"actor\":\"1\","
                        + "\"project\":\"1\",\"requestIds\":\"a b\",\"via\":\"crayon\"},\"payload\":"
                        + payload(story, 3) + ",\"hash\":\"" + "33".repeat(32) + "\"}");
        assertThat(lines.get(2)).contains("\"aggregate_id\":\"iteration-9\",\"sequence\":0");
    }

    private static String payload(Story story, long position) {
        return new String(story.log.at(position).orElseThrow().payload(), StandardCharsets.UTF_8);
    }

    @Test
    void the_manifest_comes_last_and_counts() throws IOException {
        byte[] zip = Story.small().backup();

        assertThat(Zips.entries(zip).keySet())
                .containsExactly(
                        "events.ndjson", "tensorboard/events.out.tfevents.0000000000.daybook", "manifest.json");
        assertThat(Zips.text(zip, "manifest.json"))
                .startsWith(
                        "{\"format\":\"daybook-experiment\",\"version\":1,\"name\":\"foo\","
                                + "\"counts\":{\"events\":7,\"scalars\":3,\"histograms\":3},\"entries\":[{\"name\":\"events.ndjson\"");
    }

    @Test
    void a_payload_with_line_breaks_still_makes_one_line() throws IOException {
        Story story = Story.begun();
        String text = "{\r\n\"experimentId\": 7,\n\"description\": \"two\\nlines\", \"reopened\": false}";
        story.log.append("experiment-7", "ExperimentChanged", "2", text.getBytes(StandardCharsets.UTF_8));

        assertThat(restored(story.backup()).description()).isEqualTo("two\nlines");
    }

    @Test
    void events_of_an_older_revision_are_read_as_what_they_are_now() throws IOException {
        Story story = Story.begun();
        String text = "{\"experimentId\": 7, \"description\": \"old\", \"reopened\": false}";
        story.log.append("experiment-7", "ExperimentChanged", "1", text.getBytes(StandardCharsets.UTF_8));

        assertThat(restored(story.backup()).description()).isEqualTo("old");
    }

    @Test
    void batches_hold_ten_thousand_points_at_most() throws IOException {
        Story story = Story.begun();
        for (int batch = 0; batch < 3; batch++) {
            story.scalars(IntStream.range(0, 7_000)
                    .mapToObj(i -> new ScalarPoint("k" + i % 3, i, i, i))
                    .toArray(ScalarPoint[]::new));
        }
        List<ScalarPoints> batches = new ArrayList<>();

        restored(story.backup()).replay(batches::add, histograms -> {});

        assertThat(batches).extracting(ScalarPoints::size).containsExactly(10_000, 10_000, 1_000);
    }

    @Test
    void batches_of_wide_histograms_are_smaller() throws IOException {
        Histogram wide = new Histogram(0, 1, 1, 1, 1, new double[20_000], new double[20_000]);
        Story story = Story.begun();
        for (int i = 0; i < 4; i++) story.histograms(new HistogramPoint("h", i, 0, wide));
        List<Integer> batches = new ArrayList<>();

        restored(story.backup()).replay(scalars -> {}, points -> batches.add(points.size()));

        assertThat(batches).containsExactly(3, 1);
    }

    @Test
    void our_own_tensorboard_log_can_be_restored_by_itself() throws IOException {
        byte[] zip = Story.small().backup();
        String log = "tensorboard/events.out.tfevents.0000000000.daybook";
        byte[] logs = Zips.of(java.util.Map.of(log, Zips.entries(zip).get(log)));

        assertThat(Points.of(restored(logs))).isEqualTo(Points.of(restored(zip)));
    }

    @Test
    void the_end_record_of_big_archives_is_understood() throws IOException {
        byte[] zip = Story.small().backup();

        assertThat(Points.of(restored(Zips.widen(zip)))).isEqualTo(Points.of(restored(zip)));
    }

    @Test
    void a_zip_behind_something_else_is_read_as_every_zip_tool_does() throws IOException {
        byte[] zip = Story.small().backup();
        byte[] behind = TensorBoardLogs.join(new byte[100], zip);

        assertThat(Points.of(restored(behind))).isEqualTo(Points.of(restored(zip)));
    }

    private Archive.Sound restored(byte[] zip) throws IOException {
        Archive archive = Zips.open(folder, zip);
        assertThat(archive).isInstanceOf(Archive.Sound.class);
        return (Archive.Sound) archive;
    }
}
