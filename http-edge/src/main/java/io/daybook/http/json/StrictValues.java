package io.daybook.http.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;

/** Readers of single values that take nothing for something else. */
final class StrictValues {

    /** Before what would have been right, in the message of what is thrown. */
    static final String WANTED = "wanted: ";

    private StrictValues() {}

    private static MismatchedInputException mismatch(JsonParser parser, Class<?> type, String wanted) {
        return MismatchedInputException.from(parser, type, WANTED + wanted);
    }

    static final class Text extends ValueDeserializer<String> {
        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) throw mismatch(parser, String.class, "a string");
            String text = parser.getString();
            if (text.indexOf('\0') >= 0) throw mismatch(parser, String.class, "text without a NUL character");
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
                throw mismatch(parser, String.class, "Unicode text: half of a surrogate pair stands alone");
            }
            return text;
        }
    }

    /** {@code 3.0} is an integer. */
    static final class Whole extends ValueDeserializer<Long> {
        private static final int LONGEST = 100;

        @Override
        public Long deserialize(JsonParser parser, DeserializationContext context) {
            boolean number = parser.hasToken(JsonToken.VALUE_NUMBER_INT)
                    || (parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT) && !parser.isNaN());
            if (!number || parser.getStringLength() > LONGEST) throw mismatch(parser, Long.class, "an integer");
            double roughly = Double.parseDouble(parser.getString());
            if (Math.abs(roughly) > 1e19) throw mismatch(parser, Long.class, "an integer of 64 bits");
            try {
                return new BigDecimal(parser.getString()).longValueExact();
            } catch (ArithmeticException | NumberFormatException fraction) {
                throw mismatch(parser, Long.class, "an integer of 64 bits");
            }
        }
    }

    static final class Finite extends ValueDeserializer<Double> {
        @Override
        public Double deserialize(JsonParser parser, DeserializationContext context) {
            boolean number =
                    parser.hasToken(JsonToken.VALUE_NUMBER_INT) || parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT);
            double value = number && !parser.isNaN() ? Double.parseDouble(parser.getString()) : Double.NaN;
            if (!Double.isFinite(value)) throw mismatch(parser, Double.class, "a finite number");
            return value;
        }
    }

    static final class Flag extends ValueDeserializer<Boolean> {
        @Override
        public Boolean deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.hasToken(JsonToken.VALUE_TRUE)) return true;
            if (parser.hasToken(JsonToken.VALUE_FALSE)) return false;
            throw mismatch(parser, Boolean.class, "true or false");
        }
    }
}
