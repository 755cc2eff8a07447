package io.daybook.embedded.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataTest {

    @Test
    void keys_are_sorted_by_their_bytes_and_only_what_must_be_is_escaped() {
        var metadata = Map.of("via", "ops", "actor", "1", "é", "a\"b\\c\n\u0001/", "\uD83D\uDE00", "", "\uFB01", "");

        assertThat(new String(Metadata.encode(metadata), UTF_8))
                .isEqualTo(
                        "{\"actor\":\"1\",\"via\":\"ops\",\"é\":\"a\\\"b\\\\c\\n\\u0001/\",\"\uFB01\":\"\",\"\uD83D\uDE00\":\"\"}");
    }

    @Test
    void comes_back_as_it_was() {
        var metadata = Map.of("actor", "1", "requestIds", "a b\u001F\u0000", "\uD83D\uDE00", "\u2028");

        assertThat(Metadata.decode(Metadata.encode(metadata))).isEqualTo(metadata);
    }

    @Test
    @Tag("ops-4.chain.metadata")
    void refuses_a_value_that_is_no_string() {
        assertThatThrownBy(() -> Metadata.encode(Map.of("actor", 1L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'actor' is 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"a\":1}", "{\"a\":null}", "{\"a\":\"b\"", "{\"a\":\"b\",\"a\":\"c\"}"})
    void refuses_what_is_no_object_of_strings(String stored) {
        assertThatThrownBy(() -> Metadata.decode(stored.getBytes(UTF_8))).isInstanceOf(IllegalArgumentException.class);
    }
}
