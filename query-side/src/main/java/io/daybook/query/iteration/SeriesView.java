package io.daybook.query.iteration;

import io.daybook.api.documents.View;
import io.daybook.query.iteration.chunk.Directory;
import io.daybook.query.iteration.chunk.PointPlaces;
import io.daybook.query.iteration.chunk.ScalarChunk;
import io.daybook.query.view.ViewWriter;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** The collections of the view {@code series} and the ids in them: docs/views.md shows them in full. */
public final class SeriesView {

    static final String ITERATION = "series_iteration";
    static final String ITERATION_OF_EXPERIMENT = "iteration_of_experiment";
    static final String ITERATION_OF_PROJECT = "iteration_of_project";
    static final String DELETED_PROJECT = "series_deleted_project";
    static final String SERIES = "series";
    static final String BUCKET = "series_bucket";

    public static final String CHUNK = "series_chunk";
    public static final String DIRECTORY = "series_directory";
    public static final String PLACE = "metric_place";

    public static final View VIEW = new View(
            "series",
            3,
            Set.of(
                    ITERATION,
                    ITERATION_OF_EXPERIMENT,
                    ITERATION_OF_PROJECT,
                    DELETED_PROJECT,
                    SERIES,
                    CHUNK,
                    BUCKET,
                    DIRECTORY,
                    PLACE));

    static final long POINTS_A_DIRECTORY = (long) Directory.SIZE * ScalarChunk.SIZE;

    private SeriesView() {}

    /** What fills the view: an object with event handlers. */
    public static Object projection(ViewWriter writer) {
        return new SeriesProjection(writer);
    }

    static String iteration(long iteration) {
        return padded(iteration, 16);
    }

    static String project(long project) {
        return padded(project, 16);
    }

    /** Prefix of the rows that lead to the iterations of an experiment or of a project. */
    static String iterationsOf(long container) {
        return padded(container, 16) + '/';
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

    /** @param number of a point in its series */
    public static String chunk(long iteration, String place, long number) {
        return chunk(iteration, SeriesKind.SCALAR, place, number / ScalarChunk.SIZE);
    }

    /** Prefix of the directories of all series of an iteration. */
    public static String directoriesOf(long iteration) {
        return allOf(iteration, SeriesKind.SCALAR);
    }

    /** @param number of a point in its series */
    public static String directory(long iteration, String place, long number) {
        return directoriesOf(iteration) + place + '/' + padded(number / POINTS_A_DIRECTORY, 6);
    }

    /** Those of a series that has had so many points. */
    static List<String> directories(long iteration, String place, long points) {
        return LongStream.range(0, Math.ceilDiv(points, POINTS_A_DIRECTORY))
                .mapToObj(number -> directory(iteration, place, number * POINTS_A_DIRECTORY))
                .toList();
    }

    /** The id of chunk {@code row} of a directory. */
    public static String chunkOf(String directory, int row) {
        int slash = directory.lastIndexOf('/');
        long number = Long.parseLong(directory.substring(slash + 1));
        return directory.substring(0, slash + 1) + padded(number * Directory.SIZE + row, 8);
    }

    /** Of the document that says where the point with this ordinal lies. */
    public static String pointPlaces(long iteration, long ordinal) {
        return allOf(iteration) + padded(ordinal / PointPlaces.SIZE, 8);
    }

    private static String padded(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
