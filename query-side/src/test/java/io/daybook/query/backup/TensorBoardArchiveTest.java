package io.daybook.query.backup;

import static io.daybook.query.backup.TensorBoardLogs.bytesField;
import static io.daybook.query.backup.TensorBoardLogs.doubleField;
import static io.daybook.query.backup.TensorBoardLogs.event;
import static io.daybook.query.backup.TensorBoardLogs.framed;
import static io.daybook.query.backup.TensorBoardLogs.join;
import static io.daybook.query.backup.TensorBoardLogs.log;
import static io.daybook.query.backup.TensorBoardLogs.packed;
import static io.daybook.query.backup.TensorBoardLogs.scalar;
import static io.daybook.query.backup.TensorBoardLogs.textField;
import static io.daybook.query.backup.TensorBoardLogs.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.daybook.api.backup.Archive;
import io.daybook.api.experiment.ExperimentStatus;
import io.daybook.api.iteration.Histogram;
import io.daybook.api.iteration.HistogramPoint;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.query.backup.Story.Points;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Zips of the original Crayon server. */
class TensorBoardArchiveTest {

    private static final String NAME = "events.out.tfevents.1500000000.host";
    private static final byte[] VERSION = join(doubleField(1, 1.5e9), textField(3, "brain.Event:2"));
    private static final byte[] EDGES =
            join(doubleField(1, -1), doubleField(2, 2), doubleField(3, 6), doubleField(4, 4.5), doubleField(5, 9.25));

    @TempDir
    Path folder;

    @Test
    void restores_scalars_as_the_original_kept_them() throws IOException {
        Points points = restored(log(VERSION, event(1.25, 3, scalar("loss", 0.1f)), event(2, 4, scalar("loss", 2))));

        assertThat(points.scalars())
                .containsExactly(new ScalarPoint("loss", 3, 1.25, 0.1f), new ScalarPoint("loss", 4, 2, 2));
    }

    @Test
    void restores_histograms_packed_or_not() throws IOException {
        byte[] packed = bytesField(5, join(EDGES, packed(6, 0, 1, 2), packed(7, 1, 2, 3)));
        byte[] single = bytesField(
                5, join(EDGES, doubleField(6, 0), doubleField(7, 1), packed(6, 1, 2), doubleField(7, 2), packed(7, 3)));
        Histogram histogram = new Histogram(-1, 2, 6, 4.5, 9.25, new double[] {0, 1, 2}, new double[] {1, 2, 3});

        Points points = restored(log(VERSION, event(1, 1, value("w", packed)), event(2, 2, value("w", single))));

        assertThat(points.histograms())
                .containsExactly(new HistogramPoint("w", 1, 1, histogram), new HistogramPoint("w", 2, 2, histogram));
    }

    @Test
    void passes_over_what_is_neither() throws IOException {
        byte[] image = value("picture", bytesField(4, new byte[] {1, 2, 3}));
        byte[] graph = join(doubleField(1, 1), bytesField(4, new byte[1000]));
        byte[] tensor = value("", bytesField(8, new byte[] {8, 1}));

        assertThat(restored(log(VERSION, graph, event(1, 1, image, scalar("a", 1), tensor))))
                .isEqualTo(new Points(List.of(new ScalarPoint("a", 1, 1, 1)), List.of()));
    }

    @Test
    void time_and_step_may_follow_the_values() throws IOException {
        byte[] backwards = join(bytesField(5, scalar("a", 1)), new byte[] {2 << 3, 7}, doubleField(1, 2.5));

        assertThat(restored(log(backwards)).scalars()).containsExactly(new ScalarPoint("a", 7, 2.5, 1));
    }

    @Test
    void reads_several_files_in_order_of_name_and_leaves_other_files_alone() throws IOException {
        byte[] zip = Zips.of(Map.of(
                "run/events.out.tfevents.2", log(event(2, 2, scalar("a", 2))),
                "run/events.out.tfevents.1", log(event(1, 1, scalar("a", 1))),
                "run/notes.txt", new byte[] {1}));

        assertThat(points(zip).scalars()).extracting(ScalarPoint::step).containsExactly(1L, 2L);
    }

    @Test
    void a_log_without_points_is_an_empty_experiment_in_progress() throws IOException {
        Archive.Sound archive = (Archive.Sound) Zips.open(folder, Zips.of(Map.of(NAME, log(VERSION))));

        assertThat(Points.of(archive)).isEqualTo(new Points(List.of(), List.of()));
        assertThat(archive.description()).isEmpty();
        assertThat(archive.status()).isEqualTo(ExperimentStatus.IN_PROGRESS);
        assertThat(archive.endDate()).isNull();
    }

    @Test
    void a_log_whose_name_is_damaged_is_not_passed_over() throws IOException {
        byte[] zip = Zips.of(Map.of(NAME, log(VERSION), "events.out.tfevents.2", log(VERSION)));
        zip[new String(zip, StandardCharsets.ISO_8859_1).lastIndexOf("events.out")] ^= 1;

        assertThat(Zips.open(folder, zip)).isEqualTo(new Archive.Broken("the zip's list of entries is damaged"));
    }

    static Stream<Arguments> damages() {
        byte[] good = framed(event(1, 1, scalar("loss", 1)));
        return Stream.of(
                damaged("garbage", "hello, world, hello, world".getBytes(), "1", "the checksum of its length differs"),
                damaged("a short garbage", "hello".getBytes(), "1", "is cut short"),
                damaged("a cut second record", join(good, Arrays.copyOf(good, good.length - 1)), "2", "is cut short"),
                damaged("a cut head", join(good, Arrays.copyOf(good, 3)), "2", "is cut short"),
                damaged("a flipped bit", flipped(good, 20), "1", "is damaged: its checksum differs"),
                damaged("a flipped length", flipped(good, 0), "1", "the checksum of its length differs"),
                damaged("no protocol buffer", framed(new byte[] {7, 7, 7}), "1", "is not an event of TensorBoard"),
                damaged("half a field", framed(new byte[] {9, 0, 0}), "1", "is not an event of TensorBoard"),
                damaged("no time", log(event(Double.NaN, 1, scalar("a", 1))), "1", "a wall time is a finite number"),
                damaged("no tag", log(VERSION, event(1, 1, scalar("", 1))), "2", "the name of a series is empty"),
                damaged(
                        "uneven buckets",
                        log(event(1, 1, value("h", bytesField(5, packed(6, 1, 2))))),
                        "1",
                        "as many bucket limits as buckets"),
                damaged(
                        "a broken pack",
                        log(event(1, 1, value("h", bytesField(5, bytesField(6, new byte[9]))))),
                        "1",
                        "is not an event of TensorBoard"));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void refuses(byte[] log, String record, String reason) throws IOException {
        Archive archive = Zips.open(folder, Zips.of(Map.of("run/" + NAME, log)));

        assertThat(archive).isInstanceOf(Archive.Broken.class);
        assertThat(((Archive.Broken) archive).reason())
                .startsWith("record " + record + " of run/" + NAME + " ")
                .contains(reason);
    }

    private static Arguments damaged(String what, byte[] log, String record, String reason) {
        return arguments(named(what, log), record, reason);
    }

    private static byte[] flipped(byte[] bytes, int at) {
        byte[] flipped = bytes.clone();
        flipped[at] ^= 4;
        return flipped;
    }

    private Points restored(byte[] log) throws IOException {
        return points(Zips.of(Map.of(NAME, log)));
    }

    private Points points(byte[] zip) throws IOException {
        Archive archive = Zips.open(folder, zip);
        assertThat(archive).isInstanceOf(Archive.Sound.class);
        return Points.of((Archive.Sound) archive);
    }
}
