package io.daybook.http.crayon;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.crayon.CrayonName;
import io.daybook.api.crayon.CrayonQuery.FindCrayonSeries;
import io.daybook.api.crayon.CrayonView.SeriesNames;
import io.daybook.http.EdgeServer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @RegisterExtension
    static final EdgeServer edge = new EdgeServer();

    @BeforeEach
    void all_is_well() {
        edge.world.query(
                FindCrayonSeries.class,
                SeriesNames.class,
                find -> new SeriesNames(List.of(), List.of(find.name().value())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a/b", "..", "../../etc/passwd", "'\"`", "😀", "a+b c", "\u0001\n\r", "%41", "&=?#", " ", "é"})
    void hold_any_character(String name) {
        edge.http().get("/data", "xp", name).answers(200);

        assertThat(edge.world.payloads(FindCrayonSeries.class))
                .containsExactly(new FindCrayonSeries(new CrayonName(name)));
    }

    @Test
    void are_as_long_as_they_may_be() {
        edge.http().get("/data", "xp", "水".repeat(16_384)).answers(200);
        edge.http()
                .get("/data", "xp", "x".repeat(16_385))
                .answers(400)
                .isPlainText()
                .says("longer than 16384");
    }

    @Test
    void hold_a_plus_for_a_space() {
        edge.http().get("/data?xp=a+b%2Bc").answers(200, "{\"scalars\":[],\"histograms\":[\"a b+c\"]}");
    }

    @Test
    void are_taken_from_the_first_of_two() {
        edge.http().get("/data?x=1&xp=first&xp=second").answers(200).says("first");
        edge.http().get("/data?%78p=first").answers(200).says("first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "%zz", "%ff", "%C0%AF", "%ED%A0%80", "a%00b"})
    void are_refused_when_they_are_no_text(String raw) {
        // the client's own URI class refuses some of these, a socket does not
        String answer =
                edge.raw(edge.port(), "GET /data?xp=" + raw + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("the parameter xp ");
        assertThat(edge.world.sent(FindCrayonSeries.class)).isEmpty();
    }
}
