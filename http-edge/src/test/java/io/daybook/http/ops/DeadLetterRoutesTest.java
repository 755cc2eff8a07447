package io.daybook.http.ops;

import io.daybook.api.refusal.Refusal;
import io.daybook.http.EdgeServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterRoutesTest {

    private static final String LETTER = "{\"id\":\"series-17\",\"view\":\"series\",\"aggregate\":\"iteration-7\","
            + "\"position\":17,\"type\":\"ScalarsLogged\",\"error\":\"IllegalStateException: it is missing\","
            + "\"since\":\"2026-06-23T13:07:27.104Z\",\"successors\":2}";

    @RegisterExtension
    static final EdgeServer edge = new EdgeServer();

    @Test
    @Tag("ops-5.letters")
    @Tag("ops-7.lists")
    @Tag("ops-7.fields")
    @Tag("ops-7.letters")
    void letters_are_listed_retried_and_dropped() {
        edge.http().get("/ops/dead-letters").answers(200, "[" + LETTER + "]");
        edge.http()
                .post("/ops/dead-letters/series-17/retry")
                .body("")
                .answers(
                        200,
                        LETTER.replace("\"position\":17", "\"position\":19")
                                .replace("\"IllegalStateException: it is missing\"", "null")
                                .replace("\"successors\":2", "\"successors\":0"));
        edge.http().delete("/ops/dead-letters/series-17").answers(200, LETTER);
    }

    @ParameterizedTest
    @Tag("ops-7.unknown")
    @ValueSource(strings = {"series-18", "17", "-1", "%20", "99999999999999999999"})
    void what_is_not_there_is_not_found(String id) {
        edge.http()
                .request("POST", "/ops/dead-letters/" + id + "/retry")
                .body("")
                .answers(404)
                .isEnvelope("NOT_FOUND");
        edge.http().request("DELETE", "/ops/dead-letters/" + id).answers(404).isEnvelope("NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({"PROJECTION_BEHIND", "OVERLOADED", "STORE_UNAVAILABLE"})
    void what_cannot_be_done_now_can_be_asked_again(Refusal refusal) {
        edge.letters.refusal = refusal;

        edge.http()
                .request("POST", "/ops/dead-letters/series-17/retry")
                .body("")
                .answers(503)
                .isEnvelope(refusal.name())
                .hasHeader("Retry-After", "1");
    }
}
