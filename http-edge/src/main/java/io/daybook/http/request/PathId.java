package io.daybook.http.request;

import io.daybook.api.refusal.Refusal;
import io.daybook.http.refusal.Refused;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/** Ids in paths. */
public final class PathId {

    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,19}");

    private PathId() {}

    /** What a path's variable is the id of. A number that can be none is the id of something unknown; text is no path. */
    public static <T> T of(String text, Refusal unknown, LongFunction<T> id) {
        long number = number(text);
        try {
            return id.apply(number);
        } catch (IllegalArgumentException impossible) {
            throw new Refused(unknown, "there is nothing with the id " + number);
        }
    }

    /**
     * What a list is asked of. In a thing that cannot be there lies nothing, which is no error; text is no path, here as
     * elsewhere.
     *
     * @param nobody a number that nothing is expected ever to have
     */
    public static <T> T parent(String text, LongFunction<T> id, long nobody) {
        long number = number(text);
        try {
            return id.apply(number);
        } catch (IllegalArgumentException impossible) {
            return id.apply(nobody);
        }
    }

    public static long number(String text) {
        if (INTEGER.matcher(text).matches()) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException beyond) {
                // no id has so many digits
            }
        }
        throw new Refused(Refusal.OWNER_NOT_FOUND, "what stands in the path for an id is no number");
    }
}
