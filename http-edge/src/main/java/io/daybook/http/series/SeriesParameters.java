package io.daybook.http.series;

import io.daybook.api.series.StepRange;
import io.daybook.http.refusal.BadRequest;
import io.daybook.http.request.QueryString;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/**
 * What a request wants of a series.
 *
 * @param points at most so many; 0 for all
 */
record SeriesParameters(String key, StepRange steps, int points) {

    private static final int FEWEST = 2;
    private static final int MOST = 10_000;
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,19}");

    static SeriesParameters of(HttpServletRequest request) {
        QueryString query = QueryString.of(request);
        StepRange steps = new StepRange(
                step(query, "from_step", StepRange.ALL.first()), step(query, "to_step", StepRange.ALL.last()));
        return new SeriesParameters(query.required("key"), steps, points(query));
    }

    boolean isWhole() {
        return points == 0 && steps.equals(StepRange.ALL);
    }

    private static long step(QueryString query, String name, long otherwise) {
        return query.find(name).map(text -> integer(name, text)).orElse(otherwise);
    }

    private static int points(QueryString query) {
        String text = query.find("points").orElse(null);
        if (text == null) return 0;
        long wanted = integer("points", text);
        if (wanted < FEWEST) throw new BadRequest("points is a number from " + FEWEST + " to " + MOST);
        return (int) Math.min(wanted, MOST);
    }

    private static long integer(String name, String text) {
        try {
            if (INTEGER.matcher(text).matches()) return Long.parseLong(text);
        } catch (NumberFormatException beyond) {
            // no integer of 64 bits
        }
        throw new BadRequest(name + " is not an integer");
    }
}
