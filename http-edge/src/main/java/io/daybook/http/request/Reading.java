package io.daybook.http.request;

import io.daybook.api.log.Moment;
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
 * @param asOf the moment that is asked about, a position or a UTC instant; null for the present
 */
public record Reading(
        @Nullable Long position, UserId reader, @Nullable String asOf) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    public static Reading of(HttpServletRequest request) {
        String asOf = QueryString.of(request).find("asOf").map(Reading::moment).orElse(null);
        return of(request, asOf);
    }

    /** For what is about now, whatever the request says. */
    public static Reading ofNow(HttpServletRequest request) {
        return of(request, null);
    }

    private static Reading of(HttpServletRequest request, @Nullable String asOf) {
        QueryString query = QueryString.of(request);
        String consistency = query.find("consistency").orElse(null);
        UserId reader = Caller.of(request).user();
        if (consistency == null) return new Reading(named(request.getHeader(Reply.POSITION)), reader, asOf);
        if (consistency.equals("eventual")) return new Reading(0L, reader, asOf);
        throw new BadRequest("the parameter consistency knows only the value eventual");
    }

    /** The same reader's next read, which is about the same moment. */
    public Reading reached(long answered) {
        return new Reading(answered, reader, asOf == null ? null : Long.toString(answered));
    }

    private static String moment(String text) {
        try {
            boolean sound = Moment.parse(text) instanceof Moment.Position || text.endsWith("Z");
            if (sound) return text;
            throw new BadRequest("asOf is an instant of another zone than UTC");
        } catch (IllegalArgumentException neither) {
            throw new BadRequest("asOf " + neither.getMessage());
        }
    }

    private static @Nullable Long named(@Nullable String header) {
        if (header == null) return null;
        if (NUMBER.matcher(header).matches()) return Long.valueOf(header);
        throw new BadRequest("the header " + Reply.POSITION + " is not a position");
    }
}
