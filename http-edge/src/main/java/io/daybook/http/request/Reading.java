package io.daybook.http.request;

import io.daybook.api.user.UserId;
import io.daybook.http.refusal.BadRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a read must have seen.
 *
 * @param position the view must have reached it; null for everything that was acknowledged before the read came
 * @param reader who asks
 */
public record Reading(@Nullable Long position, UserId reader) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    public static Reading of(HttpServletRequest request) {
        QueryString query = QueryString.of(request);
        if (query.has("asOf")) throw new BadRequest("asOf: reads as of an earlier moment are not available yet");
        String consistency = query.find("consistency").orElse(null);
        UserId reader = Caller.of(request).user();
        if (consistency == null) return new Reading(named(request.getHeader(Reply.POSITION)), reader);
        if (consistency.equals("eventual")) return new Reading(0L, reader);
        throw new BadRequest("the parameter consistency knows only the value eventual");
    }

    /** The same reader's next read, which is about the same moment. */
    public Reading reached(long answered) {
        return new Reading(answered, reader);
    }

    private static @Nullable Long named(@Nullable String header) {
        if (header == null) return null;
        if (NUMBER.matcher(header).matches()) return Long.valueOf(header);
        throw new BadRequest("the header " + Reply.POSITION + " is not a position");
    }
}
