package io.daybook.http.json;

import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;

/** For the values of metrics: a number, or {@code NaN}, {@code Infinity}, {@code -Infinity} as literal or string. */
public final class AnyNumber extends ValueDeserializer<Double> {

    private static final Map<String, Double> WORDS =
            Map.of("NaN", Double.NaN, "Infinity", Double.POSITIVE_INFINITY, "-Infinity", Double.NEGATIVE_INFINITY);

    @Override
    public Double deserialize(JsonParser parser, DeserializationContext context) {
        Double word = null;
        if (parser.hasToken(JsonToken.VALUE_STRING) || parser.isNaN()) {
            word = WORDS.get(parser.getString());
        } else if (parser.hasToken(JsonToken.VALUE_NUMBER_INT) || parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
            double number = Double.parseDouble(parser.getString());
            word = Double.isFinite(number) ? (Double) number : null;
        }
        if (word != null) return word;
        throw MismatchedInputException.from(parser, Double.class, StrictValues.WANTED + "a number of 64 bits");
    }
}
