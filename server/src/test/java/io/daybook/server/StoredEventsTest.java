package io.daybook.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.claim.ClaimEvent;
import io.daybook.api.experiment.ExperimentEvent;
import io.daybook.api.experiment.ExperimentStatus;
import io.daybook.api.iteration.Histogram;
import io.daybook.api.iteration.HistogramPoint;
import io.daybook.api.iteration.IterationEvent;
import io.daybook.api.iteration.IterationStatus;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import io.daybook.api.message.StoredType;
import io.daybook.api.project.ProjectEvent;
import io.daybook.api.request.RequestEvent;
import io.daybook.api.sequence.SequenceEvent;
import io.daybook.api.user.UserEvent;
import io.daybook.server.event.StoredTypeSerializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The stored language is promised: each event, whole and with only what is required, has an approved file that must be
 * written exactly and be readable for ever. A changed shape is a new revision with a new file beside the old one.
 */
class StoredEventsTest {

    private static final Path APPROVED = Path.of("src/test/resources/approved");

    private final StoredTypeSerializer serializer = StoredTypeSerializer.forEvents();

    @TestFactory
    Stream<DynamicTest> events_are_written_as_approved_and_read_back() {
        return examples().entrySet().stream()
                .map(example -> DynamicTest.dynamicTest(example.getKey(), () -> {
                    Path file = APPROVED.resolve(example.getKey() + ".json");
                    assertThat(file)
                            .as("approve the new event by writing its file")
                            .exists();
                    String approved = Files.readString(file).strip();
                    assertThat(write(example.getValue())).isEqualTo(approved);
                    assertThat(read(typeOf(example.getKey()), approved)).isEqualTo(example.getValue());
                }));
    }

    @Test
    void every_stored_type_has_an_approved_file() {
        assertThat(examples().keySet().stream().map(StoredEventsTest::typeOf).map(SimpleSerializedType::getName))
                .contains(Stream.of(StoredType.values()).map(Enum::name).toArray(String[]::new));
    }

    @Test
    void every_file_ever_approved_stays_readable() throws IOException {
        try (Stream<Path> files = Files.list(APPROVED)) {
            assertThat(files).isNotEmpty().allSatisfy(file -> {
                String name = file.getFileName().toString().replace(".json", "");
                assertThat(read(typeOf(name), Files.readString(file))).isInstanceOf(Record.class);
            });
        }
    }

    @Test
    void finite_numbers_and_others_survive_exactly() {
        double[] hard = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, Double.MIN_VALUE, 0.1};
        ScalarPoints points = ScalarPoints.of(java.util.Arrays.stream(hard)
                .mapToObj(value -> new ScalarPoint("k", 0, 0, value))
                .toList());
        var event = new IterationEvent.ScalarsLogged(1, 0, new long[] {0}, points);
        IterationEvent.ScalarsLogged back =
                (IterationEvent.ScalarsLogged) read(typeOf("ScalarsLogged.1"), write(event));
        assertThat(java.util.stream.IntStream.range(0, hard.length)
                        .mapToObj(i -> back.points().valueAt(i)))
                .containsExactly(java.util.Arrays.stream(hard).boxed().toArray(Double[]::new));
        var histogram = new Histogram(hard[0], hard[1], 1, hard[2], hard[3], hard, hard);
        var logged = new IterationEvent.HistogramsLogged(
                1, new long[] {0}, List.of(new HistogramPoint("k", 0, 0, histogram)));
        assertThat(read(typeOf("HistogramsLogged.1"), write(logged))).isEqualTo(logged);
    }

    private String write(Object event) {
        return new String(serializer.serialize(event, byte[].class).getData(), UTF_8);
    }

    private Object read(SimpleSerializedType type, String json) {
        SerializedObject<byte[]> stored = new SimpleSerializedObject<>(json.getBytes(UTF_8), byte[].class, type);
        return serializer.deserialize(stored);
    }

    /** From a file's name: type, revision, and a word that tells several files of one type apart. */
    private static SimpleSerializedType typeOf(String file) {
        String[] parts = file.split("\\.");
        return new SimpleSerializedType(parts[0], parts[1]);
    }

    static Map<String, Object> examples() {
        Map<String, Object> all = new TreeMap<>();
        all.put(
                "DefaultUserSeeded.1",
                new UserEvent.DefaultUserSeeded(
                        1,
                        "Default User",
                        "",
                        "default",
                        "$2a$10$hash",
                        true,
                        "2026-02-11T09:14:03.250",
                        "Europe/Berlin"));
        all.put("ProjectCreated.1", new ProjectEvent.ProjectCreated(2, "crayon", "2026-02-11T09:14:03.250"));
        all.put("RightsGranted.1", new ProjectEvent.RightsGranted(2097153, 2, 1, false, true, false, false));
        all.putAll(experiments());
        all.putAll(iterations());
        all.put("NameClaimed.1", new ClaimEvent.NameClaimed("crayon:foo", "experiment-5", "experiment-4"));
        all.put("NameClaimed.1.required", new ClaimEvent.NameClaimed("crayon:foo", "experiment-5", null));
        all.put("NameReleased.1", new ClaimEvent.NameReleased("crayon:foo", "experiment-5"));
        all.put("IdsLeased.1", new SequenceEvent.IdsLeased("sequence:iteration", 1, 8));
        all.putAll(TrackedExamples.all());
        all.put("RequestAnswered.1", new RequestEvent.RequestAnswered("request:1:POST:/data:k", "ab12", 200, "ok"));
        return all;
    }

    private static Map<String, Object> experiments() {
        return Map.of(
                "ExperimentCreated.1",
                new ExperimentEvent.ExperimentCreated(5, 2, "warm-up \"ü\"", "2026-02-11T09:14:03.250"),
                "CrayonNameGiven.1",
                new ExperimentEvent.CrayonNameGiven(5, 2, 7, "foo"),
                "ExperimentChanged.2",
                new ExperimentEvent.ExperimentChanged(
                        5, ExperimentStatus.FINISHED, "sweep", "text", "2026-02-12T00:00:00.000", false),
                "ExperimentChanged.2.required",
                new ExperimentEvent.ExperimentChanged(5, null, null, null, null, true),
                "RestoreBegun.1",
                new ExperimentEvent.RestoreBegun(6, 2, 8, "foo", "2026-02-11T09:14:03.250"),
                "BackupRestored.1",
                new ExperimentEvent.BackupRestored(
                        6, 2, 8, "foo", "text", ExperimentStatus.STOPPED, "2026-02-12T00:00:00.000"),
                "BackupRestored.1.required",
                new ExperimentEvent.BackupRestored(6, 2, 8, "foo", "", ExperimentStatus.IN_PROGRESS, null),
                "ExperimentDeleted.1",
                new ExperimentEvent.ExperimentDeleted(5, 2));
    }

    private static Map<String, Object> iterations() {
        ScalarPoints mixed = ScalarPoints.of(
                new ScalarPoint("loss", 0, 1771.5, 0.8125),
                new ScalarPoint("acc", -3, 1772.25, Double.NaN),
                new ScalarPoint("loss", 1, 1773, Double.NEGATIVE_INFINITY));
        Histogram histogram =
                new Histogram(-1, 1, 3, 0.5, 2.25, new double[] {0.5, Double.MAX_VALUE}, new double[] {1, 2});
        return Map.of(
                "IterationCreated.1",
                new IterationEvent.IterationCreated(8, 5, 2, 7L, "2026-02-11T09:15:00.004"),
                "IterationCreated.1.required",
                new IterationEvent.IterationCreated(7, 5, 2, null, "2026-02-11T09:15:00.004"),
                "IterationFinalised.2",
                new IterationEvent.IterationFinalised(
                        7, IterationStatus.FAILED, "2026-02-11T10:00:00.000", "late", "lr too high"),
                "IterationFinalised.2.required",
                new IterationEvent.IterationFinalised(7, null, "2026-02-11T10:00:00.000", null, null),
                "ScalarsLogged.1",
                new IterationEvent.ScalarsLogged(7, 12, new long[] {6, 6}, mixed),
                "ScalarsLogged.1.required",
                new IterationEvent.ScalarsLogged(
                        7, 0, new long[] {0}, ScalarPoints.of(new ScalarPoint("loss", 0, 1771.5, 0.8125))),
                "HistogramsLogged.1",
                new IterationEvent.HistogramsLogged(
                        7, new long[] {0}, List.of(new HistogramPoint("weights", 1, 1771.5, histogram))));
    }
}
