package io.daybook.query.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.daybook.api.backup.Archive;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Zips that nobody should restore, and the sentences that say why. */
class BrokenArchivesTest {

    private static final String EVENTS = "events.ndjson";
    private static final String MANIFEST = "manifest.json";
    private static final String LOG = "tensorboard/events.out.tfevents.0000000000.daybook";

    @TempDir
    Path folder;

    static Stream<Arguments> accidents() throws IOException {
        byte[] zip = Story.small().backup();
        return Stream.of(
                broken("not a zip", "hello".getBytes(), "this is not a zip, or its end is missing"),
                broken("nothing at all", new byte[0], "this is not a zip, or its end is missing"),
                broken("a truncated zip", Arrays.copyOf(zip, zip.length / 2), "not a zip, or its end is missing"),
                broken("a zip without its beginning", Arrays.copyOfRange(zip, 40, zip.length), "is damaged"),
                broken("an empty zip", Zips.of(Map.of()), "is not a backup of this server or of the original Crayon"),
                broken("a foreign zip", only("readme.txt", "hi"), "is not a backup of this server or of the original"),
                broken("no manifest", without(zip, MANIFEST), "manifest.json is missing"),
                broken("no events", without(zip, EVENTS), "events.ndjson, which manifest.json names, is missing"),
                broken("no TensorBoard log", without(zip, LOG), LOG + ", which manifest.json names, is missing"),
                broken("one entry too many", with(zip, "x", "y"), "the zip holds x, which manifest.json does not name"),
                broken("changed events", Zips.damage(zip, EVENTS, cut("\n")), "entry events.ndjson is not what"),
                broken("a changed log", Zips.damage(zip, LOG, cut("loss")), "entry " + LOG + " is not what"));
    }

    static Stream<Arguments> manifests() throws IOException {
        return Stream.of(
                manifest("not JSON", text -> "{", "manifest.json is not the manifest of a backup"),
                manifest("not an object", text -> "[]", "manifest.json is not the manifest of an experiment's backup"),
                manifest("another format", swap("daybook-experiment", "zoo"), "not the manifest of an experiment's"),
                manifest(
                        "a newer version",
                        swap("\"version\":1", "\"version\":2"),
                        "the backup has version 2, this server reads versions up to 1"),
                manifest("no version", swap("\"version\":1,", ""), "manifest.json names no version that ever was"),
                manifest("no entries", swap("\"entries\"", "\"others\""), "manifest.json has no entries"),
                manifest("no hash", swap("\"sha256\"", "\"md5\""), "manifest.json has no sha256"),
                manifest("other counts", swap("\"scalars\":3", "\"scalars\":4"), "not as many as manifest.json says"),
                manifest("another size", swap("\"size\":", "\"size\":1"), "is not what manifest.json says it is"),
                manifest(
                        "an entry twice",
                        text -> text.replaceFirst("(\\{\"name\":\"events[^}]*}),", "$1,$1,"),
                        "events.ndjson, which manifest.json names, is missing"),
                manifest("a book", text -> text + " ".repeat(1 << 20), "manifest.json is too long to be a manifest"));
    }

    static Stream<Arguments> forgeries() throws IOException {
        return Stream.of(
                forged("no JSON", swap("{\"position\":3", "{position:3"), "line 1 of events.ndjson is not JSON"),
                forged("no object", text -> "1\n" + text, "line 1 of events.ndjson is not a JSON object"),
                forged("two objects", text -> text.replaceFirst("\n", "{}\n"), "line 1 .* goes on after its event"),
                forged(
                        "another encoding",
                        text -> text.replaceAll("\\p{ASCII}", "$0\0"),
                        "line 1 .* is not (UTF-8|JSON)"),
                forged("an empty line", text -> text.replaceFirst("\n", "\n\n"), "line 2 of events.ndjson is empty"),
                forged("no payload", swap("\"payload\"", "\"burden\""), "line 1 .* has no payload"),
                forged("no type", swap("\"type\":\"ExperimentCreated\",", ""), "line 1 .* has no type"),
                forged(
                        "a sequence in words",
                        swap("\"sequence\":1,", "\"sequence\":\"one\","),
                        "line 2 .* not a number"));
    }

    static Stream<Arguments> payloads() throws IOException {
        return Stream.of(
                forged(
                        "an unknown type",
                        swap("ScalarsLogged", "GhostsLogged"),
                        "line 4 of events.ndjson holds an event of the unknown type GhostsLogged"),
                forged(
                        "a later revision",
                        swap("ScalarsLogged\",\"revision\":\"1\"", "ScalarsLogged\",\"revision\":\"2\""),
                        "line 4 .* holds revision 2 of ScalarsLogged, this server knows revision 1"),
                forged(
                        "another event's type",
                        swap("ScalarsLogged", "NameClaimed"),
                        "line 4 .* holds a NameClaimed without claim"),
                forged(
                        "another payload",
                        swap("\"firsts\":[0,0]", "\"firsts\":{}"),
                        "payload that is not a ScalarsLogged"),
                forged(
                        "no points",
                        swap("\"ordinal\":0,", "\"cardinal\":0,"),
                        "line 4 .* payload that is not a ScalarsLogged"),
                forged(
                        "a hole in an event",
                        swap("\"histogram\":", "\"pictogram\":"),
                        "line 5 of events.ndjson holds a HistogramsLogged without histogram"));
    }

    static Stream<Arguments> strangers() throws IOException {
        return Stream.of(
                forged(
                        "another experiment's event",
                        swap("\"experiment-7\",\"sequence\":1", "\"experiment-8\",\"sequence\":1"),
                        "line 2 .* belongs to something else"),
                forged(
                        "another experiment's iteration",
                        swap(
                                "\"experimentId\":7,\"projectId\":1,\"parentId\"",
                                "\"experimentId\":8,\"projectId\":1,\"parentId\""),
                        "line 3 .* iteration of another experiment"),
                forged("a lost event", text -> line(text, 4, ""), "line 4 .* does not follow the event before it"),
                forged("a repeated event", text -> line(text, 4, "$0$0"), "line 5 .* does not follow the event before"),
                forged("no beginning", text -> line(text, 1, ""), "line 1 .* does not follow the event before it"),
                forged(
                        "an iteration alone",
                        text -> line(text, 1, "").replaceFirst(".*\n", ""),
                        "line 1 .* another exp"),
                forged(
                        "no iteration",
                        text -> text.replaceFirst("(?s)(.*?\n.*?\n).*", "$1"),
                        "not tell of an iteration"));
    }

    static Stream<Arguments> gaps() throws IOException {
        return Stream.of(
                forged(
                        "positions out of order",
                        swap("\"position\":9,", "\"position\":1,"),
                        "line 5 .* order of the log"),
                forged(
                        "a gap in the ordinals",
                        swap("\"ordinal\":2", "\"ordinal\":3"),
                        "line 6 .* scalars before it ended"),
                forged(
                        "a gap in a series",
                        swap("\"firsts\":[1],\"points\":{", "\"firsts\":[2],\"points\":{"),
                        "line 6 .* does not go on where a series of scalars ended"),
                forged(
                        "a gap in histograms",
                        swap("\"firsts\":[1],\"points\":[", "\"firsts\":[0],\"points\":["),
                        "line 7 .* does not go on where a series of histograms ended"),
                forged(
                        "too few numbers",
                        swap("\"firsts\":[0,0],\"points\":{", "\"firsts\":[0],\"points\":{"),
                        "line 4 .* does not number its series"));
    }

    static Stream<Arguments> impossibilities() throws IOException {
        return Stream.of(
                forged("a series twice", swap("[\"loss\",\"acc\"]", "[\"loss\",\"loss\"]"), "line 4 .* series twice"),
                forged(
                        "a series without a name",
                        swap("[\"loss\",\"acc\"]", "[\"loss\",\"\"]"),
                        "line 4 .* none can have"),
                forged(
                        "a project's event",
                        swap(
                                "ExperimentCreated\",\"revision\":\"1\",\"metadata\":{},\"payload\":{",
                                "ProjectCreated\",\"revision\":\"1\",\"metadata\":{},\"payload\":{"),
                        "no part of an experiment"),
                forged("a wall time that is not finite", swap("AAAAAAAABEA=", "AAAAAAAA8H8="), "wall time"));
    }

    static Stream<Arguments> tricks() throws IOException {
        byte[] zip = Story.small().backup();
        return Stream.of(
                broken("an absolute path", only("/etc/events.out.tfevents.1", ""), "is a path that leaves the archive"),
                broken("a drive", only("C:/events.out.tfevents.1", ""), "is a path that leaves the archive"),
                broken("a parent", only("a/../../events.out.tfevents.1", ""), "is a path that leaves the archive"),
                broken("a backslash", only("a\\events.out.tfevents.1", ""), "is a path that leaves the archive"),
                broken("a control character", only("a\u0007", ""), "holds a control character"),
                broken("an endless name", only("a".repeat(2000), ""), "an entry's name is too long"),
                broken("an entry twice", twice(), "the zip holds entry events.out.tfevents.1 twice"),
                broken("a link", Zips.patchDirectory(unix(zip), 40, 0xA1FF), "entry events.ndjson is a link"),
                broken("encryption", Zips.patchDirectory(zip, 8, 0x809), "entry events.ndjson is encrypted"),
                broken("too many entries", many(), "the zip has more than 10000 entries"));
    }

    @ParameterizedTest
    @MethodSource({"accidents", "manifests", "forgeries", "payloads", "strangers", "gaps", "impossibilities", "tricks"})
    void refuses(byte[] zip, String reason) throws IOException {
        Archive archive = Zips.open(folder, zip);

        assertThat(archive).isInstanceOf(Archive.Broken.class);
        assertThat(((Archive.Broken) archive).reason()).containsPattern(reason);
    }

    @ParameterizedTest
    @ValueSource(ints = {300 << 20, 60 << 20})
    void a_bomb_of_zeros_is_refused_by_its_declared_size_or_at_its_first_record(int zeros) throws IOException {
        byte[] bomb = Zips.of(Map.of("events.out.tfevents.1", new byte[zeros]));

        assertThat(Zips.open(folder, bomb))
                .isEqualTo(new Archive.Broken(
                        zeros > 64 << 20
                                ? "the zip unpacks to more than the 67108864 bytes that are allowed"
                                : "record 1 of events.out.tfevents.1 is damaged: the checksum of its length differs"));
    }

    @Test
    void a_bomb_that_lies_about_its_size_is_refused_where_the_lie_shows() throws IOException {
        byte[] zip = Zips.forge(Story.small().backup(), text -> text + " ".repeat(60 << 20));
        byte[] liar = Zips.patchDirectory(Zips.patchDirectory(zip, 24, 1000), 26, 0);

        assertThat(Zips.open(folder, liar))
                .isEqualTo(new Archive.Broken("entry events.ndjson holds more than the 1000 bytes that it declares"));
    }

    @Test
    void a_line_without_an_end_is_not_held_in_memory() throws IOException {
        byte[] zip = Zips.forge(Story.small().backup(), text -> text + " ".repeat(65 << 20));
        ZipArchives archives = new ZipArchives(new MemoryLog(), new StoredEvents(), new ArchiveLimits(1 << 30));

        assertThat(archives.open(Zips.file(folder, zip)))
                .isEqualTo(new Archive.Broken("events.ndjson holds a line of more than 67108864 bytes"));
    }

    @Test
    void a_deleted_experiment_is_not_restored() throws IOException {
        Story story = Story.small().experiment(new io.daybook.api.experiment.ExperimentEvent.ExperimentDeleted(7, 1));

        assertThat(Zips.open(folder, story.backup()))
                .isEqualTo(new Archive.Broken("line 3 of events.ndjson says that the experiment was deleted"));
    }

    @Test
    void a_file_that_is_not_there_is_trouble_and_not_a_broken_archive() {
        ZipArchives archives = Story.archives(new MemoryLog());

        assertThatThrownBy(() -> archives.open(folder.resolve("nowhere.zip"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void an_experiment_that_the_log_does_not_know_is_not_backed_up() {
        Story story = new Story();

        assertThatThrownBy(story::backup).isInstanceOf(IllegalArgumentException.class);
    }

    private static Arguments broken(String what, byte[] zip, String reason) {
        return arguments(named(what, zip), reason);
    }

    private static Arguments manifest(String what, UnaryOperator<String> change, String reason) throws IOException {
        return broken(what, Zips.damage(Story.small().backup(), MANIFEST, change), reason);
    }

    private static Arguments forged(String what, UnaryOperator<String> change, String reason) throws IOException {
        return broken(what, Zips.forge(Story.small().backup(), bare().andThen(change)::apply), reason);
    }

    /** Without metadata, which is in the way of these tests. */
    private static UnaryOperator<String> bare() {
        return text -> text.replaceAll("\"metadata\":\\{[^}]*}", "\"metadata\":{}");
    }

    private static UnaryOperator<String> swap(String old, String fresh) {
        return text -> {
            assertThat(text).contains(old);
            return text.replace(old, fresh);
        };
    }

    private static UnaryOperator<String> cut(String what) {
        return text -> text.replaceFirst(what, "");
    }

    /** Replaces a line by {@code fresh}, in which {@code $0} is the line. */
    private static String line(String text, int number, String fresh) {
        List<String> lines = text.lines().map(line -> line + "\n").toList();
        return String.join("", lines.subList(0, number - 1))
                + fresh.replace("$0", lines.get(number - 1))
                + String.join("", lines.subList(number, lines.size()));
    }

    private static byte[] only(String name, String content) throws IOException {
        return Zips.of(Map.of(name, content.getBytes()));
    }

    private static byte[] without(byte[] zip, String entry) throws IOException {
        Map<String, byte[]> entries = Zips.entries(zip);
        entries.remove(entry);
        return Zips.of(entries);
    }

    private static byte[] with(byte[] zip, String entry, String content) throws IOException {
        Map<String, byte[]> entries = Zips.entries(zip);
        entries.put(entry, content.getBytes());
        return Zips.of(entries);
    }

    /** No tool writes a name twice: two names of one length, made equal afterwards. */
    private static byte[] twice() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("events.out.tfevents.1", new byte[0]);
        entries.put("events.out.tfevents.2", new byte[0]);
        byte[] zip = Zips.of(entries);
        String text = new String(zip, java.nio.charset.StandardCharsets.ISO_8859_1);
        return text.replace("tfevents.2", "tfevents.1").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static byte[] unix(byte[] zip) {
        return Zips.patchDirectory(zip, 4, 3 << 8 | 20);
    }

    private static byte[] many() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        IntStream.rangeClosed(0, 10_000).forEach(i -> entries.put("e" + i, new byte[0]));
        return Zips.of(entries);
    }
}
