package io.daybook.http.request;

import io.daybook.http.refusal.BadRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a read must have seen.
 *
 * @param position the view must have reached it; null for everything that was acknowledged before the read came
 */
public record Reading(@Nullable Long position) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /** Whatever is there. */
    private static final Reading EVENTUAL = new Reading(0L);

    private static final Reading HEAD = new Reading(null);

    public static Reading of(HttpServletRequest request) {
        QueryString query = QueryString.of(request);
        if (query.has("asOf")) throw new BadRequest("asOf: reads as of an earlier moment are not available yet");
        String consistency = query.find("consistency").orElse(null);
        if (consistency == null) return named(request.getHeader(Reply.POSITION));
        if (consistency.equals("eventual")) return EVENTUAL;
        throw new BadRequest("the parameter consistency knows only the value eventual");
    }

    public static Reading reached(long position) {
        return new Reading(position);
    }

    private static Reading named(@Nullable String header) {
        if (header == null) return HEAD;
        if (NUMBER.matcher(header).matches()) return new Reading(Long.parseLong(header));
        throw new BadRequest("the header " + Reply.POSITION + " is not a position");
    }
}
