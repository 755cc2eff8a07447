package io.daybook.http.json;

import io.daybook.http.refusal.BadRequest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Reads a JSON body token by token, and says in a sentence what is not as it should be. */
public final class StrictJson {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    /** Jackson would also take shorter spellings. */
    private static final Set<String> LITERALS = Set.of("NaN", "Infinity", "-Infinity");

    /** So many digits are below 2^63 in any case. */
    private static final int SAFE = 19;

    private final JsonParser parser;

    private StrictJson(JsonParser parser) {
        this.parser = parser;
    }

    /** @param reading begins before the first token and ends with the last */
    public static <T> T read(byte[] body, Function<StrictJson, T> reading) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), body)) {
            T value = reading.apply(new StrictJson(parser));
            if (parser.nextToken() != null) throw new BadRequest("the body goes on after its JSON value");
            return value;
        } catch (JacksonException malformed) {
            throw new BadRequest("the body " + unreadable(malformed));
        }
    }

    /** What is wrong with a body, to follow on the word for it. What exceeds a limit has no place. */
    static String unreadable(JacksonException malformed) {
        TokenStreamLocation place = malformed.getLocation();
        if (malformed instanceof StreamConstraintsException || place == null) {
            return "has a number or a name that is too long, or is nested too deeply";
        }
        return "is not valid JSON near line " + place.getLineNr() + ", column " + place.getColumnNr();
    }

    /** The whole body, a string. */
    public String onlyText() {
        if (parser.nextToken() != JsonToken.VALUE_STRING) throw new BadRequest("the body is not a JSON string");
        String text = parser.getString();
        if (StandardCharsets.UTF_8.newEncoder().canEncode(text)) return text;
        throw new BadRequest("the name is not Unicode text: half of a surrogate pair stands alone");
    }

    /** Steps to the next token, which must be {@code token}. */
    public void expect(JsonToken token, String otherwise) {
        if (parser.nextToken() != token) throw new BadRequest(otherwise);
    }

    /** Steps to the next element of a list that must not end here. */
    public StrictJson element(String otherwise) {
        JsonToken token = parser.nextToken();
        if (token == null || token == JsonToken.END_ARRAY) throw new BadRequest(otherwise);
        return this;
    }

    /** Steps to the next element of a list, if there is one. */
    public boolean hasElement() {
        return parser.nextToken() != JsonToken.END_ARRAY;
    }

    /** Steps to the value of the next key of an object; null at its end. */
    public @Nullable String nextKey() {
        String key = parser.nextName();
        if (key != null) parser.nextToken();
        return key;
    }

    public boolean at(JsonToken token) {
        return parser.currentToken() == token;
    }

    public boolean isNull() {
        return parser.hasToken(JsonToken.VALUE_NULL);
    }

    /** Passes over the value here, whatever it is. */
    public void skip() {
        parser.skipChildren();
    }

    /** The string here. */
    public String text(String name) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) throw new BadRequest(name + " is not a string");
        String text = parser.getString();
        if (text.indexOf('\0') >= 0) throw new BadRequest(name + " holds a NUL character");
        if (StandardCharsets.UTF_8.newEncoder().canEncode(text)) return text;
        throw new BadRequest(name + " is not Unicode text: half of a surrogate pair stands alone");
    }

    /** As {@link #number}; the words for what is not finite may be strings, too. */
    public double anyNumber(String name) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) return number(name);
        String text = parser.getString();
        if (LITERALS.contains(text)) return Double.parseDouble(text);
        throw new BadRequest(name + " is not a number");
    }

    /** The number here; the literals for what is not finite are numbers. */
    public double number(String name) {
        if (!parser.hasToken(JsonToken.VALUE_NUMBER_INT) && !parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
            throw new BadRequest(name + " is not a number");
        }
        String text = parser.getString();
        if (parser.isNaN() && !LITERALS.contains(text)) throw new BadRequest(name + " is not a number");
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number) && !parser.isNaN()) {
            throw new BadRequest(name + " is too large for a 64-bit float");
        }
        return number;
    }

    public double finite(String name) {
        double number = number(name);
        if (Double.isFinite(number)) return number;
        throw new BadRequest(name + " is not finite");
    }

    /** The integer here; {@code 3.0} and {@code 1e3} are integers. */
    public long integer(String name) {
        if (parser.hasToken(JsonToken.VALUE_NUMBER_INT) && parser.getStringLength() < SAFE)
            return parser.getLongValue();
        double roughly = number(name);
        if (!Double.isFinite(roughly)) throw new BadRequest(name + " is not an integer");
        BigDecimal exact = exact(name);
        if (exact.signum() == 0) return 0;
        if (exact.stripTrailingZeros().scale() > 0) throw new BadRequest(name + " is not an integer");
        try {
            return exact.longValueExact();
        } catch (ArithmeticException large) {
            throw new BadRequest(name + " is too large for a 64-bit integer");
        }
    }

    /** Without the rounding that turns what is tiny into zero. */
    private BigDecimal exact(String name) {
        try {
            return new BigDecimal(parser.getString());
        } catch (NumberFormatException beyond) {
            throw new BadRequest(name + " has an exponent that is too large");
        }
    }
}
