package io.daybook.http.request;

import io.daybook.http.refusal.BadRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The query string, read strictly: percent-encoded UTF-8, {@code +} for a space. The first value of a parameter wins.
 * The container's own reading is not used: it is lenient, and would take a form's body for parameters.
 */
public final class QueryString {

    private final String[] pairs;

    private QueryString(@Nullable String raw) {
        pairs = raw == null ? new String[0] : raw.split("&", -1);
    }

    public static QueryString of(HttpServletRequest request) {
        return new QueryString(request.getQueryString());
    }

    public boolean has(String name) {
        return raw(name) != null;
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(raw(name)).map(raw -> decode(name, raw));
    }

    /** All values of a parameter, in their order. */
    public List<String> all(String name) {
        return Arrays.stream(pairs)
                .filter(pair -> name.equals(decodable(key(pair))))
                .map(pair -> decode(
                        name, pair.substring(Math.min(pair.length(), key(pair).length() + 1))))
                .toList();
    }

    private static String key(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0 ? pair : pair.substring(0, equals);
    }

    /** The value of a parameter that must be there, and not empty. */
    public String required(String name) {
        String value = find(name).orElseThrow(() -> new BadRequest("the parameter " + name + " is missing"));
        if (value.isEmpty()) throw new BadRequest("the parameter " + name + " is empty");
        return value;
    }

    /** For parameters of which no value is wrong: empty when there is none that can be read. */
    String lenient(String name) {
        try {
            return find(name).orElse("");
        } catch (BadRequest undecodable) {
            return "";
        }
    }

    private @Nullable String raw(String name) {
        for (String pair : pairs) {
            String key = key(pair);
            if (key.equals(name) || name.equals(decodable(key))) {
                return key.length() == pair.length() ? "" : pair.substring(key.length() + 1);
            }
        }
        return null;
    }

    /** A name that cannot be decoded is none that is asked for. */
    private static @Nullable String decodable(String key) {
        if (key.indexOf('%') < 0 && key.indexOf('+') < 0) return key;
        try {
            return decode(key, key);
        } catch (BadRequest undecodable) {
            return null;
        }
    }

    private static String decode(String name, String raw) {
        try {
            ByteBuffer bytes = unescape(raw);
            String value = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            if (value.indexOf('\0') >= 0) throw new BadRequest("the parameter " + name + " holds a NUL character");
            return value;
        } catch (IllegalArgumentException | CharacterCodingException | IndexOutOfBoundsException malformed) {
            throw new BadRequest("the parameter " + name + " is not percent-encoded UTF-8");
        }
    }

    private static ByteBuffer unescape(String raw) {
        ByteBuffer bytes = ByteBuffer.allocate(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c > '~') throw new IllegalArgumentException("not ASCII");
            if (c == '%') {
                bytes.put((byte) HexFormat.fromHexDigits(raw, i + 1, i + 3));
                i += 2;
            } else {
                bytes.put((byte) (c == '+' ? ' ' : c));
            }
        }
        return bytes.flip();
    }
}
