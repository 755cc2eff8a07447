package io.daybook.query.iteration;

import io.daybook.api.documents.View;
import io.daybook.query.view.ViewWriter;
import java.util.Set;

/** The collections of the view {@code series} and the ids in them: docs/views.md shows them in full. */
public final class SeriesView {

    static final String ITERATION = "series_iteration";
    static final String ITERATION_OF_EXPERIMENT = "iteration_of_experiment";
    static final String SERIES = "series";
    static final String CHUNK = "series_chunk";
    static final String BUCKET = "series_bucket";

    public static final View VIEW =
            new View("series", 1, Set.of(ITERATION, ITERATION_OF_EXPERIMENT, SERIES, CHUNK, BUCKET));

    private SeriesView() {}

    /** What fills the view: an object with event handlers. */
    public static Object projection(ViewWriter writer) {
        return new SeriesProjection(writer);
    }

    static String iteration(long iteration) {
        return padded(iteration, 16);
    }

    static String iterationsOf(long experiment) {
        return padded(experiment, 16) + '/';
    }

    static String allOf(long iteration) {
        return iteration(iteration) + '/';
    }

    static String allOf(long iteration, SeriesKind kind) {
        return iteration(iteration) + '/' + kind.letter() + '/';
    }

    static String series(long iteration, SeriesKind kind, String key) {
        return allOf(iteration, kind) + key;
    }

    /**
     * Where a series stands among those of its iteration and kind: the position of the event that began it, and the
     * place of its key in that event. The event alone says so, hence no counter has to be kept.
     */
    static String place(long position, int key) {
        return padded(position, 16) + '-' + padded(key, 6);
    }

    static String chunk(long iteration, SeriesKind kind, String place, long chunk) {
        return allOf(iteration, kind) + place + '/' + padded(chunk, 8);
    }

    private static String padded(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
