package io.daybook.axonserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.axoniq.axonserver.grpc.MetaDataValue;
import io.daybook.api.log.SharedEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CodecTest {

    @Test
    void an_event_of_an_aggregate_comes_back_as_it_was() {
        var event = new SharedEvent(
                "id",
                1_782_306_000_123L,
                "iteration",
                "iteration-7",
                0L,
                "ScalarsLogged",
                "1",
                Map.of("actor", "1", "via", "series"),
                "{\"ü\":1}".getBytes(UTF_8));

        assertThat(Codec.decoded(Codec.encoded(event)))
                .usingRecursiveComparison()
                .isEqualTo(event);
    }

    @Test
    void what_is_missing_is_missing_afterwards() {
        var event = new SharedEvent("id", 0, null, null, null, "Noted", null, Map.of(), new byte[0]);

        assertThat(Codec.decoded(Codec.encoded(event)))
                .usingRecursiveComparison()
                .isEqualTo(event);
    }

    /** Another program's, that is. */
    @Test
    void metadata_that_is_no_text_is_no_text_of_ours_either() {
        var event = new SharedEvent("id", 0, null, null, null, "Noted", null, Map.of("actor", "1"), new byte[0]);
        var number = Codec.encoded(event).toBuilder()
                .putMetaData(
                        "actor", MetaDataValue.newBuilder().setNumberValue(1).build())
                .build();

        assertThat(Codec.decoded(number).metadata()).doesNotContainValue("1").containsKey("actor");
    }
}
