package io.daybook.server.crayon.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import io.daybook.server.tracking.TrackingClient;
import io.daybook.testkit.http.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What no client of Crayon should send: told in a sentence, and nothing is written. */
class CrayonBadInputIT {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.on(Engine.SQLITE).with("daybook.limits.body", "256KB");

    /** Routes that read a body, with parameters that are right. */
    private static final List<String> READERS = List.of(
            "/data",
            "/data/scalars?xp=known&name=loss",
            "/data/histograms?xp=known&name=loss&tobuild=true",
            "/data/histograms?xp=known&name=loss&tobuild=false",
            "/backup?xp=new&force=1");

    private static final List<String> NO_POINTS = List.of(
            "[1,2]",
            "[1,2,3,4]",
            "{\"x\":1}",
            "[\"1\",2,3]",
            "[null,2,3]",
            "[1,null,3]",
            "[1,2,null]",
            "[1,\"2\",3]",
            "[1,2,\"3\"]",
            "[1,2.5,3]",
            "[1,NaN,3]",
            "[NaN,2,3]",
            "[Infinity,2,3]",
            "[1e999,2,3]",
            "[1,1e999,3]",
            "[1,2,1e999]",
            "[1,9223372036854775808,3]",
            "[true,2,3]",
            "[1,true,3]",
            "[1,2,true]",
            "[[1],2,3]",
            "[1,[2],3]",
            "[1,2,{}]",
            "[1,2,[]]",
            "[1,2,3][]",
            "[1,2,[1,null]]",
            "[1,2,[\"1\"]]",
            "[1,2,[NaN]]",
            "[1,2,{\"min\":1}]",
            "[1,2,{\"min\":null,\"max\":1,\"num\":1,\"bucket_limit\":[1],\"bucket\":[1]}]",
            "[1,2,{\"min\":1,\"min\":1,\"max\":1,\"num\":1,\"bucket_limit\":[1],\"bucket\":[1]}]",
            "[1,2,{\"min\":1,\"max\":1,\"num\":1.5,\"bucket_limit\":[1],\"bucket\":[1]}]",
            "[1,2,{\"min\":1,\"max\":1,\"num\":1,\"bucket_limit\":[1,2],\"bucket\":[1]}]");

    @SuppressWarnings("NullAway.Init")
    private static TrackingClient client;

    @BeforeAll
    static void begin() {
        client = new TrackingClient(SERVER.http());
        client.send("POST", "/data", "\"known\"").hasStatus(200);
        client.send("POST", "/data/scalars?xp=known&name=loss", "[1,2,3]").hasStatus(200);
    }

    private static List<byte[]> malformed() {
        List<byte[]> all = new ArrayList<>();
        for (String text : List.of(
                "",
                " ",
                "{",
                "[",
                "[]",
                "{}",
                "1",
                "null",
                "true",
                "\"\"",
                "\"a\\u0000b\"",
                "\"\\ud800\"",
                "\"x\" \"y\"",
                "'x'",
                "\0",
                "\"\0\"",
                "[1,2,3",
                "[1,2,3,]",
                "\"known\"")) {
            all.add(text.getBytes(UTF_8));
        }
        all.add(("[".repeat(10_000) + "]".repeat(10_000)).getBytes(UTF_8));
        all.add(("{\"x\":".repeat(10_000)).getBytes(UTF_8));
        all.add(("[" + "1".repeat(5_000) + ",2,3]").getBytes(UTF_8));
        all.add(new byte[] {'"', (byte) 0xC3, 0x28, (byte) 0xFF, '"'});
        return all;
    }

    private static Stream<DynamicTest> each(Stream<String> targets, String verb, List<byte[]> bodies) {
        return targets.map(target -> DynamicTest.dynamicTest(verb + " " + target, () -> {
            long head = client.head();
            SoftAssertions all = new SoftAssertions();
            bodies.forEach(body -> isTold(all, verb + " " + target, client.send(verb, target, body), body, 400));
            all.assertThat(client.head()).as("head after %s", target).isEqualTo(head);
            all.assertAll();
        }));
    }

    private static void isTold(SoftAssertions all, String route, Response answer, byte[] body, int status) {
        String sent = new String(body, 0, Math.min(60, body.length), UTF_8);
        String as = route + " with " + sent + " answers " + answer.status() + " " + answer.text();
        all.assertThat(answer.status()).as(as).isEqualTo(status);
        all.assertThat(answer.header("Content-Type")).as(as).isEqualTo("text/plain;charset=utf-8");
        all.assertThat(answer.text()).as(as).isNotBlank().doesNotContain("Exception", "\n", "{\"code\"");
    }

    @TestFactory
    Stream<DynamicTest> bodies_that_are_none_are_told_in_a_sentence() {
        return each(READERS.stream(), "POST", malformed());
    }

    @TestFactory
    Stream<DynamicTest> points_that_are_none_are_told_in_a_sentence() {
        List<byte[]> points =
                NO_POINTS.stream().map(text -> text.getBytes(UTF_8)).toList();
        List<byte[]> scalars = new ArrayList<>(points);
        scalars.add("[1,2,[3]]".getBytes(UTF_8));
        List<byte[]> lists = new ArrayList<>(points);
        lists.add("[1,2,3]".getBytes(UTF_8));
        return Stream.concat(
                each(Stream.of(READERS.get(1)), "POST", scalars),
                each(Stream.of(READERS.get(2), READERS.get(3)), "POST", lists));
    }

    @TestFactory
    Stream<DynamicTest> a_body_that_is_too_long_is_refused() {
        byte[] body = ("\"" + "x".repeat(300_000) + "\"").getBytes(UTF_8);
        return READERS.subList(0, 4).stream()
                .map(target -> DynamicTest.dynamicTest(target, () -> {
                    SoftAssertions all = new SoftAssertions();
                    isTold(all, target, client.send("POST", target, body), body, 413);
                    all.assertAll();
                }));
    }

    @TestFactory
    Stream<DynamicTest> parameters_that_are_missing_or_none_are_told_in_a_sentence() {
        Stream<String> posts = Stream.of("/data/scalars", "/data/histograms", "/backup")
                .flatMap(path -> Stream.of(
                                "",
                                "?xp=",
                                "?xp=nobody&name=loss",
                                "?xp=known",
                                "?xp=known&name=",
                                "?xp=known&name=a%00b&force=no",
                                "?xp=%00&name=x&force=1",
                                "?xp=%ff&name=x&force=1",
                                "?name=loss",
                                "?XP=known&name=x&force=1",
                                "?xp=known&name=%C3",
                                "?xp=known&force=2")
                        .map(query -> path + query));
        return each(posts, "POST", List.of("[1,2,3]".getBytes(UTF_8)));
    }

    @TestFactory
    Stream<DynamicTest> reads_and_deletions_of_nothing_are_told_in_a_sentence() {
        Stream<String> gets = Stream.of(
                "/data?xp=",
                "/data?xp=nobody",
                "/data?xp=%00",
                "/data?xp=%ff",
                "/data/scalars",
                "/data/scalars?xp=known",
                "/data/scalars?xp=known&name=",
                "/data/scalars?xp=known&name=none",
                "/data/scalars?xp=nobody&name=loss",
                "/data/histograms?xp=known&name=loss",
                "/backup",
                "/backup?xp=nobody");
        Stream<String> deletions = Stream.of("/data", "/data?xp=", "/data?xp=nobody", "/data?xp=%00", "/data?xp=%ff");
        List<byte[]> nothing = List.of(new byte[0]);
        return Stream.concat(each(gets, "GET", nothing), each(deletions, "DELETE", nothing));
    }

    @TestFactory
    Stream<DynamicTest> uploads_that_are_no_forms_or_no_zips_are_told_in_a_sentence() {
        String part = "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\nPK\r\n--b--\r\n";
        return Stream.of(
                        List.of("application/zip", ""),
                        List.of("application/zip", "PK no zip"),
                        List.of("multipart/form-data", part.formatted("archive")),
                        List.of("multipart/form-data; boundary=", part.formatted("archive")),
                        List.of("multipart/form-data; boundary=other", part.formatted("archive")),
                        List.of("multipart/form-data; boundary=b", ""),
                        List.of("multipart/form-data; boundary=b", part.formatted("other")),
                        List.of("multipart/form-data; boundary=b", part.formatted("archive")),
                        List.of(
                                "multipart/form-data; boundary=b",
                                part.formatted("archive").substring(0, 40)),
                        List.of("multipart/form-data; boundary=" + "b".repeat(500), "--"),
                        List.of("application/x-www-form-urlencoded", "archive=PK"))
                .map(sent ->
                        DynamicTest.dynamicTest(sent.toString(), () -> isNoUpload(sent.getFirst(), sent.getLast())));
    }

    private static void isNoUpload(String type, String body) throws Exception {
        long head = client.head();
        SoftAssertions all = new SoftAssertions();
        Response answer = SERVER.http()
                .request("POST", "/backup?xp=new&force=1")
                .body(type, body.getBytes(UTF_8))
                .send();
        isTold(all, type, answer, body.getBytes(UTF_8), 400);
        all.assertThat(client.head()).isEqualTo(head);
        all.assertAll();
    }
}
