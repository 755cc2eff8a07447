package io.daybook.http.json;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.http.refusal.BadRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies at which a parser gives up. */
class UnreadableBodyTest {

    private record Run(Long step) {}

    private static void refused(String body, String sentence) {
        assertThatThrownBy(() -> StrictBody.read(body.getBytes(StandardCharsets.UTF_8), Run.class))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void what_exceeds_a_limit_is_the_callers_fault() {
        String digits = "1".repeat(1001);

        refused("{\"step\":" + digits + "}", "too long");
        refused("{\"other\":" + "[".repeat(2000) + "]".repeat(2000) + "}", "nested too deeply");
        refused("{\"" + "k".repeat(60_000) + "\":1}", "too long");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"step\":', line 1",
        "'{\"step\":1e-99999999999}', an integer",
        "'{\"step\":0e9999999999}', an integer"
    })
    void what_is_wrong_is_said(String body, String sentence) {
        refused(body, sentence);
    }
}
