package io.daybook.http.json;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonNumbersTest {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private static String written(long[] integers, double[] numbers) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = MAPPER.createGenerator(out)) {
            JsonNumbers columns = new JsonNumbers(json, out);
            json.writeStartObject();
            json.writeNumberProperty("count", integers.length);
            columns.begin("step");
            columns.add(integers);
            columns.end();
            columns.begin("value");
            columns.add(Arrays.copyOf(numbers, numbers.length / 2));
            columns.add(Arrays.copyOfRange(numbers, numbers.length / 2, numbers.length));
            columns.end();
            json.writeEndObject();
        }
        return out.toString(US_ASCII);
    }

    @Test
    void numbers_look_as_the_generator_would_have_written_them() throws IOException {
        assertThat(written(new long[] {0, -8, Long.MIN_VALUE}, new double[] {1, -0.0, 1.0E-320, 1.771500000123456E9}))
                .isEqualTo("{\"count\":3,\"step\":[0,-8,-9223372036854775808],"
                        + "\"value\":[1.0,-0.0,1.0E-320,1.771500000123456E9]}");
    }

    @Test
    void what_is_not_finite_is_a_string() throws IOException {
        assertThat(written(new long[0], new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}))
                .isEqualTo("{\"count\":0,\"step\":[],\"value\":[\"NaN\",\"Infinity\",\"-Infinity\"]}");
    }

    @Test
    void lists_of_any_length_come_back_bit_for_bit() throws IOException {
        Random random = new Random(4711);
        long[] integers = random.longs(5_000).toArray();
        double[] numbers = LongStream.generate(random::nextLong)
                .mapToDouble(Double::longBitsToDouble)
                .filter(Double::isFinite)
                .limit(5_000)
                .toArray();

        JsonNode read = MAPPER.readTree(written(integers, numbers));
        assertThat(read.get("step").valueStream().mapToLong(JsonNode::asLong).toArray())
                .isEqualTo(integers);
        assertThat(read.get("value")
                        .valueStream()
                        .mapToDouble(JsonNode::asDouble)
                        .toArray())
                .isEqualTo(numbers);
    }
}
