package io.daybook.http.tracking;

import io.daybook.http.refusal.BadRequest;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** What a body says, as a value of the domain; a value that none can be is told by its field. */
public final class Asked {

    private Asked() {}

    /** @param value makes the value of the text; its complaint names the field */
    public static <T> T valid(String text, Function<String, T> value) {
        try {
            return value.apply(text);
        } catch (IllegalArgumentException none) {
            throw new BadRequest(String.valueOf(none.getMessage()));
        }
    }

    public static String nonEmpty(String field, String text) {
        if (text.isEmpty()) throw new BadRequest(field + " is empty");
        return text;
    }

    /** As {@link #nonEmpty}, for a field that may be left out. */
    public static @Nullable String nonEmptyIfAny(String field, @Nullable String text) {
        return text == null ? null : nonEmpty(field, text);
    }

    /** An id in a body; a number that can be none is one of nothing. */
    public static <T> T existing(String field, long number, LongFunction<T> id) {
        try {
            return id.apply(number);
        } catch (IllegalArgumentException none) {
            throw new BadRequest(field + " is not the id of anything: " + number);
        }
    }

    /** The constant with this number, counting from 1. */
    public static <E extends Enum<E>> @Nullable E numbered(String field, @Nullable Long number, E[] values) {
        if (number == null) return null;
        if (number >= 1 && number <= values.length) return values[(int) (number - 1)];
        throw new BadRequest(field + " is a number from 1 to " + values.length + ", not " + number);
    }

    /** As {@link #numbered}, the other way round. */
    @SuppressWarnings("EnumOrdinal") // the contract numbers the constants in their order
    public static int number(Enum<?> constant) {
        return constant.ordinal() + 1;
    }
}
