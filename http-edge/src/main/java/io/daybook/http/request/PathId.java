package io.daybook.http.request;

import io.daybook.api.refusal.Refusal;
import io.daybook.http.refusal.Refused;
import java.util.function.LongFunction;

/** Ids in paths. */
public final class PathId {

    private PathId() {}

    /** What a path's variable is the id of; text that can be none is an id that nothing has. */
    public static <T> T of(String text, Refusal unknown, LongFunction<T> id) {
        try {
            return id.apply(Long.parseLong(text));
        } catch (IllegalArgumentException none) {
            throw new Refused(unknown, "there is nothing with the id " + (text.length() <= 30 ? text : "in the path"));
        }
    }
}
