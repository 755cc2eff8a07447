package io.daybook.server.crayon;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.log.LoggedEvent;
import io.daybook.api.message.Meta;
import io.daybook.server.running.RunningServer;
import io.daybook.testkit.http.HttpCaller;
import io.daybook.testkit.http.Request;
import io.daybook.testkit.http.Response;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which position an answer is true for, and which request an event answers. */
abstract class PositionStories extends Stories {

    private static final String POSITION = "Daybook-Position";
    private static final String REQUEST = "X-Request-Id";

    PositionStories(RunningServer server) {
        super(server);
    }

    @Test
    @Tag("ops-2.position.write")
    void every_write_names_the_position_of_its_last_event() {
        String xp = fresh("positions");
        byte[] zip = crayon().backup(experiment());
        Stream<Supplier<Request>> writes = Stream.of(
                () -> crayon().creation(xp),
                () -> crayon().scalar(xp, "loss", "[1,2,3]"),
                () -> crayon().histogram(xp, "loss", true, "[1,2,[3]]"),
                () -> crayon().restoration(xp, zip),
                () -> http().delete("/data", "xp", xp));

        writes.forEach(write -> {
            Response written = write.get().answers(200, "ok");

            assertThat(position(written)).isEqualTo(head()).isPositive();
        });
    }

    @Test
    @Tag("ops-2.position.read")
    void every_read_names_a_position_that_is_not_before_the_last_write() {
        String xp = experiment();
        crayon().log(xp, "loss", 1, 2, 3);
        long written =
                position(crayon().histogram(xp, "loss", true, "[1,2,[3]]").answers(200));

        List<Response> reads = List.of(
                crayon().names(),
                crayon().series(xp),
                crayon().scalars(xp, "loss"),
                crayon().histograms(xp, "loss"),
                http().get("/backup", "xp", xp).answers(200));

        assertThat(reads).allSatisfy(read -> assertThat(position(read)).isEqualTo(written));
    }

    @Test
    @Tag("ops-2.position.named")
    void a_read_that_names_a_position_answers_when_its_view_is_there() {
        String xp = experiment();
        String position =
                Long.toString(position(crayon().scalar(xp, "loss", "[1,2,3]").answers(200)));

        HttpCaller node = http();
        node.get("/data/scalars", "xp", xp, "name", "loss")
                .header(POSITION, position)
                .answers(200, "[[1.0,2,3.0]]");
        node.get("/data/scalars", "xp", xp, "name", "loss")
                .header(POSITION, "0")
                .answers(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "1.5", "99999999999999999999", "0x10"})
    void a_position_that_is_none_is_refused(String position) {
        http().get("/data")
                .header(POSITION, position)
                .answers(400)
                .isPlainText()
                .says(POSITION);
    }

    @Test
    @Tag("ops-2.eventual")
    void an_eventual_read_waits_for_nothing() {
        String xp = experiment();
        HttpCaller node = http();
        String future = Long.toString(position(new CrayonClient(node).names()) + 1_000_000);

        node.get("/data", "xp", xp, "consistency", "eventual")
                .header(POSITION, future)
                .answers(200);
        http().get("/data", "consistency", "strict").answers(400).isPlainText().says("consistency");
    }

    @Test
    void every_read_takes_a_position_and_says_when_it_is_none() {
        String xp = experiment();
        crayon().log(xp, "a", 1, 2, 3).histogram(xp, "a", true, "[1,2,[3]]").answers(200);
        String there = Long.toString(head());
        String future = Long.toString(head() + 1_000_000);
        HttpCaller node = http();

        for (String read : reads(xp)) {
            node.get(read).header(POSITION, there).answers(200);
            http().get(read).header(POSITION, "soon").answers(400).isPlainText().says(POSITION);
            http().get(read + "consistency=strict").answers(400).isPlainText().says("consistency");
            Response eventual = node.get(read + "consistency=eventual")
                    .header(POSITION, future)
                    .answers(200);
            assertThat(position(eventual)).isPositive();
        }
    }

    /** Each to be followed by another parameter. */
    private static List<String> reads(String xp) {
        String own = "xp=" + xp.replace(' ', '+') + "&";
        return List.of(
                "/data?",
                "/data?" + own,
                "/data/scalars?name=a&" + own,
                "/data/histograms?name=a&" + own,
                "/backup?" + own);
    }

    @Test
    void what_was_before_can_be_read_and_not_be_written_to() {
        http().get("/data", "asOf", "1").answers(200, "[]");
        http().get("/data", "asOf", "yesterday").answers(400).isPlainText().says("asOf");
        http().delete("/data", "xp", experiment(), "asOf", "1")
                .answers(400)
                .isPlainText()
                .says("asOf");
    }

    @Test
    void a_request_id_is_taken_over_and_stored_on_every_event() {
        String xp = fresh("ids");
        long before = head();

        crayon().creation(xp).header(REQUEST, "create-1").answers(200).hasHeader(REQUEST, "create-1");
        crayon().scalar(xp, "loss", "[1,2,3]")
                .header(REQUEST, "~!log")
                .answers(200)
                .hasHeader(REQUEST, "~!log");

        List<LoggedEvent> events = new Domain(server).events(before);
        assertThat(events).hasSizeGreaterThan(3).allSatisfy(event -> {
            boolean logged = event.type().equals("ScalarsLogged");
            assertThat(event.metadata())
                    .containsEntry(Meta.REQUEST_IDS, logged ? "~!log" : "create-1")
                    .containsEntry(Meta.ACTOR, "1")
                    .containsEntry(Meta.VIA, "crayon");
        });
    }

    @Test
    @Tag("ops-2.request-id")
    void a_request_id_is_made_when_none_can_be_taken_over() {
        String made = http().get("/data").answers(200).header(REQUEST);
        String other = http().get("/data")
                .header(REQUEST, "x".repeat(129))
                .answers(200)
                .header(REQUEST);
        String third =
                http().get("/data").header(REQUEST, "tab\there").answers(200).header(REQUEST);

        assertThat(List.of(String.valueOf(made), String.valueOf(other), String.valueOf(third)))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[!-~]{1,128}"));
        http().get("/data").header(REQUEST, "y".repeat(128)).answers(200).hasHeader(REQUEST, "y".repeat(128));
    }

    @Test
    @Tag("ops-2.request-id.kept")
    void refusals_carry_the_request_id_too() {
        http().get("/data", "xp", "nobody")
                .header(REQUEST, "refused")
                .answers(400)
                .hasHeader(REQUEST, "refused");
        server.crayon().get("/nothing").header(REQUEST, "lost").answers(404).hasHeader(REQUEST, "lost");
    }
}
