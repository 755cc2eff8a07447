package io.daybook.server.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.past.Workload;
import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import io.daybook.testkit.http.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A zip with any kind of damage is refused, with its first fault, and the server stays as empty as it was. */
class DamagedBackupIT {

    @RegisterExtension
    static final RunningServer EMPTY = RunningServer.on(Engine.SQLITE);

    private static final String EVENTS = "events/1.ndjson";
    private static final String MANIFEST = "manifest.json";
    private static final String CHECKPOINT = "checkpoint.json";

    private static byte[] backup = {};
    private static List<String> before = List.of();

    @BeforeAll
    static void a_backup_and_an_empty_server() throws Exception {
        try (RunningServer origin = EMPTY.another().start()) {
            Backups.fill(origin.http(), new Workload(origin.http(), 7), 25);
            backup = Backups.take(origin.http());
        }
        before = state();
    }

    private static List<String> state() throws IOException {
        List<String> state = new ArrayList<>(List.of(Portrait.head(EMPTY.http()), Portrait.export(EMPTY.http(), 1)));
        for (String folder : List.of("artifacts", "checkpoints", "keys/trusted", "tmp")) {
            Path place = EMPTY.home().resolve(folder);
            if (!Files.exists(place)) continue;
            try (Stream<Path> files = Files.list(place)) {
                files.map(Path::toString).sorted().forEach(state::add);
            }
        }
        return state;
    }

    @AfterEach
    void nothing_has_changed() throws IOException {
        assertThat(state()).isEqualTo(before);
    }

    private static void refused(byte[] zip, String sentence) throws IOException {
        Response refusal = Backups.restore(EMPTY.http(), zip).hasStatus(422).isEnvelope("INVALID_PAYLOAD");
        assertThat(refusal.text()).contains(sentence);
    }

    private static Parts whole() throws IOException {
        return Parts.of(backup);
    }

    private static UnaryOperator<String> line(int number, UnaryOperator<String> edit) {
        return text -> {
            List<String> lines = new ArrayList<>(text.lines().toList());
            lines.set(number - 1, edit.apply(lines.get(number - 1)));
            lines.removeIf(String::isEmpty);
            return String.join("\n", lines) + "\n";
        };
    }

    private static Arguments events(UnaryOperator<String> edit, String sentence) throws Exception {
        return Arguments.of(sentence, whole().edited(EVENTS, edit).listed().zip());
    }

    /** Where the signature begins, whatever it is. */
    private static String signedOtherwise(String checkpoint) {
        String begin = "\"signature\":\"";
        char first = checkpoint.charAt(checkpoint.indexOf(begin) + begin.length());
        return checkpoint.replace(begin + first, begin + (first == 'A' ? 'B' : 'A'));
    }

    /** Each with a manifest that lists it as it is: only what is inside can tell. */
    static Stream<Arguments> forged() throws Exception {
        String follows = " of events/1.ndjson does not follow in the chain of hashes";
        String artifact = whole().names().stream()
                .filter(name -> name.startsWith("artifacts/"))
                .findFirst()
                .orElseThrow();
        String nobodys = "artifacts/00/" + "0".repeat(64);
        return Stream.of(
                events(line(3, line -> line.replace("\"payload\":{", "\"payload\":{ ")), "line 3" + follows),
                events(line(2, line -> line.replaceFirst("\"timestamp\":\\d", "\"timestamp\":9")), "line 2" + follows),
                events(line(4, line -> line.replace("\"actor\":\"1\"", "\"actor\":\"2\"")), "line 4" + follows),
                events(line(5, line -> ""), "line 5 of events/1.ndjson has position 6 instead of 5"),
                events(line(1, line -> line + "\n" + line), "line 2 of events/1.ndjson has position 1 instead of 2"),
                events(line(2, line -> "{" + line), "line 2 of events/1.ndjson is not JSON"),
                events(line(2, line -> "[]"), "line 2 of events/1.ndjson is not a JSON object"),
                events(line(2, line -> line.replace("\"hash\":\"", "\"hash\":\"x")), "line 2 of events/1.ndjson"),
                events(text -> text.lines().limit(4).reduce("", (all, one) -> all + one + "\n"), "position 5"),
                events(text -> text + text.lines().limit(1).findFirst().orElseThrow(), "has position 1"),
                events(text -> "", "no event for position 1"),
                Arguments.of(
                        "no event names " + nobodys,
                        whole().without(artifact)
                                .with(nobodys, new byte[3])
                                .listed()
                                .zip()),
                Arguments.of(
                        artifact + " is not what it is called",
                        whole().with(artifact, new byte[3]).listed().zip()),
                Arguments.of(
                        "counts otherwise", whole().without(artifact).listed().zip()),
                Arguments.of(CHECKPOINT, whole().without(CHECKPOINT).listed().zip()),
                Arguments.of(
                        CHECKPOINT + " has a wrong signature",
                        whole().edited(CHECKPOINT, DamagedBackupIT::signedOtherwise)
                                .listed()
                                .zip()),
                Arguments.of(
                        CHECKPOINT + " is not of the last event",
                        whole().edited(CHECKPOINT, text -> text.replaceFirst("\"position\":\\d", "\"position\":9"))
                                .listed()
                                .zip()),
                Arguments.of(
                        CHECKPOINT + " is signed with a key that is not in the zip",
                        whole().without("keys/1.pub").listed().zip()),
                Arguments.of(
                        "keys/1.pub is not a public key",
                        whole().with("keys/1.pub", "none".getBytes(UTF_8))
                                .listed()
                                .zip()),
                Arguments.of(
                        "which no backup of a server does",
                        whole().with("run.sh", new byte[3]).listed().zip()));
    }

    @ParameterizedTest(name = "{0}")
    @Tag("ops-5.restore.verified")
    @Tag("ops-5.restore.nothing")
    @Tag("ops-7.restore.broken")
    @MethodSource("forged")
    void a_forged_archive_names_its_first_fault(String sentence, byte[] zip) throws Exception {
        refused(zip, sentence);
    }

    @Test
    @Tag("ops-5.restore.verified")
    @Tag("ops-7.zip")
    void an_archive_is_what_its_manifest_says() throws Exception {
        Parts whole = whole();
        refused(whole.without(MANIFEST).zip(), MANIFEST + " is missing");
        refused(whole.without(EVENTS).zip(), EVENTS);
        refused(whole.with("extra", new byte[3]).zip(), "extra");
        refused(whole.edited(CHECKPOINT, text -> text + " ").zip(), CHECKPOINT + " is not what " + MANIFEST);
        refused(whole.edited(MANIFEST, text -> "{}").zip(), "whole server's backup");
        refused(whole.edited(MANIFEST, text -> text.substring(1)).zip(), "is not the manifest");
        refused(
                whole.edited(MANIFEST, text -> text.replace("\"version\":1", "\"version\":2"))
                        .zip(),
                "version 2");
        refused(
                whole.edited(MANIFEST, text -> text.replaceFirst("\"after\":0", "\"after\":-1"))
                        .zip(),
                "positions");
    }

    @Test
    @Tag("ops-5.restore.nothing")
    void paths_that_leave_the_archive_and_things_that_are_no_archive_are_refused() throws Exception {
        refused(whole().with("../evil", new byte[3]).listed().zip(), "leaves the archive");
        refused(whole().with("/etc/evil", new byte[3]).listed().zip(), "leaves the archive");
        refused(new byte[0], "not a zip");
        refused("PK".getBytes(UTF_8), "not a zip");
        refused(Arrays.copyOf(backup, backup.length / 2), "not a zip");
        refused(Arrays.copyOfRange(backup, 10, backup.length), "");
    }
}
