package io.daybook.http.request;

import static io.daybook.http.World.queryRefusal;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.crayon.CrayonCommand.DeleteCrayonExperiment;
import io.daybook.api.crayon.CrayonQuery.FindCrayonNames;
import io.daybook.api.crayon.CrayonView.Names;
import io.daybook.api.message.Meta;
import io.daybook.api.refusal.Refusal;
import io.daybook.http.EdgeServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EveryRequestTest {

    @RegisterExtension
    static final EdgeServer edge = new EdgeServer();

    @BeforeEach
    void all_is_well() {
        edge.world.query(FindCrayonNames.class, Names.class, find -> new Names(List.of()));
        edge.world.command(DeleteCrayonExperiment.class, delete -> "deleted");
    }

    private static Map<String, ?> askedWith() {
        return edge.world.sent(FindCrayonNames.class).getLast().getMetaData();
    }

    @Test
    @Tag("ops-2.request-id")
    void keeps_the_id_that_it_was_sent_with() {
        edge.http().get("/data").header("X-Request-Id", "a-1/b").answers(200).hasHeader("X-Request-Id", "a-1/b");
        edge.http().get("/no").header("X-Request-Id", "a-1/b").answers(404).hasHeader("X-Request-Id", "a-1/b");
    }

    @Test
    void gets_an_id_when_it_has_none_that_can_be_used() {
        String uuid = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

        assertThat(edge.http().get("/health").answers(200).header("X-Request-Id"))
                .matches(uuid);
        assertThat(edge.http()
                        .get("/health")
                        .header("X-Request-Id", "two words")
                        .answers(200)
                        .header("X-Request-Id"))
                .matches(uuid);
        assertThat(edge.http()
                        .get("/health")
                        .header("X-Request-Id", "x".repeat(129))
                        .answers(200)
                        .header("X-Request-Id"))
                .matches(uuid);
    }

    @Test
    void reaches_its_route_however_its_path_is_encoded() {
        for (String path : List.of("/metric/nothing", "/m%65tric/nothing", "/%6Detric/nothing")) {
            edge.http().get(path).answers(404).isEnvelope("NOT_FOUND").says("for an id is no number");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/data", "/data/", "//data", "/data//", "//data//"})
    void reaches_its_route_with_any_number_of_slashes(String path) {
        String request = "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

        assertThat(edge.raw(edge.port(), request)).startsWith("HTTP/1.1 200").endsWith("[]");
    }

    @Test
    void reflects_everything_before_it_unless_it_says_otherwise() {
        edge.http().get("/data").answers(200);

        assertThat(askedWith()).doesNotContainKey(Meta.POSITION);
    }

    @Test
    void waits_for_the_position_that_it_names() {
        edge.http().get("/data").header("Daybook-Position", "17").answers(200);

        assertThat(askedWith().get(Meta.POSITION)).isEqualTo("17");
    }

    @Test
    void takes_what_is_there_when_it_says_so() {
        edge.http().get("/data", "consistency", "eventual").answers(200);

        assertThat(askedWith().get(Meta.POSITION)).isEqualTo("0");
    }

    /** All of them together would not fit into memory at the same time. */
    @Test
    @Tag("ops-2.overload.never")
    void leaves_room_for_those_after_it() {
        byte[] body = " ".repeat(100_000).getBytes(UTF_8);
        long room = Runtime.getRuntime().maxMemory() / 8;

        for (long sent = 0; sent <= room; sent += body.length) {
            edge.http().post("/data").body("text/plain", body).answers(400, "the body is not a JSON string");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "1.5", "99999999999999999999"})
    void is_refused_with_a_position_that_is_none(String position) {
        edge.http()
                .get("/data")
                .header("Daybook-Position", position)
                .answers(400)
                .isPlainText();
    }

    @Test
    void is_refused_with_a_wish_that_cannot_be_granted() {
        edge.http()
                .get("/data", "consistency", "strong")
                .answers(400)
                .isPlainText()
                .says("consistency");
        edge.http().get("/data", "asOf", "yesterday").answers(400).isPlainText().says("asOf");
        edge.http()
                .delete("/data", "xp", "foo", "asOf", "3")
                .answers(400)
                .isPlainText()
                .says("asOf");
        assertThat(edge.world.commands()).isEmpty();
    }

    @Test
    void comes_back_later_when_the_view_is_behind() {
        edge.world.query(FindCrayonNames.class, Names.class, find -> {
            throw queryRefusal(Refusal.PROJECTION_BEHIND);
        });

        edge.http()
                .get("/data")
                .answers(503, "it is PROJECTION_BEHIND")
                .isPlainText()
                .hasHeader("Retry-After", "1");
    }
}
