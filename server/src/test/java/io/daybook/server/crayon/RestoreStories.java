package io.daybook.server.crayon;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.RunningServer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a restoration must not do. */
abstract class RestoreStories extends Stories {

    RestoreStories(RunningServer server) {
        super(server);
    }

    /** A way to spoil a zip. */
    record Spoilt(String how, java.util.function.UnaryOperator<byte[]> way) {
        @Override
        public String toString() {
            return how;
        }
    }

    static Stream<Spoilt> spoilt() {
        return Stream.of(
                new Spoilt("nothing", zip -> new byte[0]),
                new Spoilt("no zip", zip -> "this is no zip".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                new Spoilt("cut in the middle", zip -> Arrays.copyOf(zip, zip.length / 2)),
                new Spoilt("one byte short", zip -> Arrays.copyOf(zip, zip.length - 1)),
                new Spoilt("without its beginning", zip -> Arrays.copyOfRange(zip, 10, zip.length)),
                new Spoilt("a flipped bit", zip -> flip(zip, 200)),
                new Spoilt("a flipped bit in the middle", zip -> flip(zip, zip.length / 2)),
                new Spoilt("a stranger's", zip -> Zips.of(Map.of("readme.txt", "hello"))),
                new Spoilt("a path trick", zip -> Zips.of(Map.of("../../events.out.tfevents.1", ""))),
                new Spoilt("a manifest alone", zip -> Zips.of(Map.of("manifest.json", "{}"))),
                new Spoilt("an empty one", zip -> Zips.of(Map.of())),
                new Spoilt("a log that is none", zip -> Zips.of(Map.of("events.out.tfevents.1", "hello world"))));
    }

    private static byte[] flip(byte[] zip, int at) {
        byte[] other = zip.clone();
        other[at] ^= 4;
        return other;
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void a_zip_that_is_not_whole_changes_nothing(Spoilt spoilt) {
        String xp = BackupStories.rich(crayon());
        byte[] zip = spoilt.way().apply(crayon().backup(xp));
        String names = crayon().names().text();
        Map<String, String> before = crayon().everythingOf(xp);
        long head = head();

        crayon().restoration(xp, zip).answers(400).isPlainText();
        crayon().form(xp, zip).answers(400).isPlainText();
        crayon().restoration(fresh("other"), zip).answers(400).isPlainText();

        crayon().names().hasBody(names);
        assertThat(crayon().everythingOf(xp)).isEqualTo(before);
        assertThat(head()).isEqualTo(head);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xp=XP",
                "xp=XP&force=",
                "xp=XP&force=0",
                "xp=XP&force=false",
                "xp=XP&force=yes",
                "force=1",
                "xp=&force=1",
                "xp=XP&force=2"
            })
    void a_parameter_that_is_missing_or_says_no_changes_nothing(String query) {
        String xp = BackupStories.rich(crayon());
        byte[] zip = crayon().backup(xp);
        long head = head();
        String own = query.replace("XP", java.net.URLEncoder.encode(xp, java.nio.charset.StandardCharsets.UTF_8));

        http().post("/backup?" + own).body("application/zip", zip).answers(400).isPlainText();

        assertThat(head()).isEqualTo(head);
    }

    @Test
    void a_request_without_a_zip_is_refused() {
        String xp = experiment();
        byte[] zip = crayon().backup(xp);
        long head = head();

        http().post("/backup", "xp", xp, "force", "1")
                .answers(400)
                .isPlainText()
                .says("zip");
        http().post("/backup", "xp", xp, "force", "1")
                .body("text/plain", zip)
                .answers(400)
                .isPlainText()
                .says("zip");
        byte[] form = "--b\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--b--\r\n"
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        http().post("/backup", "xp", xp, "force", "1")
                .body("multipart/form-data; boundary=b", form)
                .answers(400)
                .isPlainText()
                .says("archive");
        http().post("/backup", "xp", xp, "force", "1")
                .body("multipart/form-data", zip)
                .answers(400)
                .isPlainText();

        assertThat(head()).isEqualTo(head);
    }

    @Test
    void a_reader_sees_the_old_points_or_the_new_and_never_a_mixture() throws Exception {
        String xp = experiment();
        for (int i = 0; i < 40; i++) crayon().log(xp, "loss", i, i, 1);
        byte[] ones = crayon().backup(xp);
        String old = crayon().scalars(xp, "loss").text();
        for (int i = 0; i < 40; i++) crayon().log(xp, "loss", i, i, 2);
        crayon().histogram(xp, "only here", true, "[1,0,[1]]").answers(200);
        byte[] twos = crayon().backup(xp);
        Set<String> points = Set.of(old, crayon().scalars(xp, "loss").text());
        Set<String> names = Set.of(
                "{\"scalars\":[\"loss\"],\"histograms\":[]}",
                crayon().series(xp).text());

        AtomicBoolean done = new AtomicBoolean();
        List<CompletableFuture<Long>> readers = new ArrayList<>();
        readers.add(CompletableFuture.supplyAsync(
                () -> watch(done, points, () -> crayon().scalars(xp, "loss").text())));
        readers.add(CompletableFuture.supplyAsync(
                () -> watch(done, names, () -> crayon().series(xp).text())));
        for (int round = 0; round < 12; round++) crayon().restore(xp, round % 2 == 0 ? ones : twos);
        done.set(true);

        for (CompletableFuture<Long> reader : readers) {
            assertThat(reader.orTimeout(60, java.util.concurrent.TimeUnit.SECONDS)
                            .join())
                    .isPositive();
        }
    }

    private static long watch(AtomicBoolean done, Set<String> allowed, java.util.function.Supplier<String> read) {
        long reads = 0;
        do {
            assertThat(allowed).contains(read.get());
            reads++;
        } while (!done.get());
        return reads;
    }

    @Test
    void an_interrupted_restoration_is_invisible() {
        String xp = BackupStories.rich(crayon());
        String names = crayon().names().text();
        Map<String, String> before = crayon().everythingOf(xp);

        new Domain(server).beginRestoration(xp, 1_000_001);
        new Domain(server).beginRestoration("never seen", 1_000_002);

        crayon().names().hasBody(names);
        assertThat(crayon().everythingOf(xp)).isEqualTo(before);
        http().get("/data", "xp", "never seen").answers(400);
        crayon().scalar("never seen", "loss", "[1,2,3]").answers(400);
        crayon().create("never seen").delete("never seen");
    }

    @Test
    void a_long_restoration_does_not_keep_other_writers_waiting() {
        byte[] zip = TensorBoardLog.zip("events.out.tfevents.1466694000.host", log -> {
            for (int i = 0; i < 150_000; i++) log.scalar(i, i, "loss", i);
        });
        String busy = experiment();
        String xp = fresh("long");
        long head = head();

        CompletableFuture<Void> restoration = CompletableFuture.runAsync(() -> crayon().restore(xp, zip));
        for (int i = 0; !restoration.isDone(); i++) crayon().log(busy, "loss", i, i, i);
        restoration.join();

        List<String> types = new Domain(server).types(head);
        int begun = types.indexOf("RestoreBegun");
        int ended = types.indexOf("BackupRestored");
        long batches = 15;
        assertThat(types.subList(begun, ended).stream()
                        .filter("ScalarsLogged"::equals)
                        .count())
                .as("points of the other experiment among those of the restoration")
                .isGreaterThan(batches);
    }
}
