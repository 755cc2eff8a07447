package io.daybook.api.series;

import org.jspecify.annotations.Nullable;

/**
 * A series as a whole.
 *
 * @param count how many points it has
 * @param firstStep of the first point that was logged, and {@code lastStep} of the last one
 * @param scalars null for histograms
 */
public record SeriesView(
        Kind kind,
        String key,
        long count,
        long firstStep,
        long lastStep,
        @Nullable Scalars scalars) {

    public enum Kind {
        SCALAR,
        HISTOGRAM
    }

    /**
     * @param min over the finite values; null when there is none
     * @param last the value that was logged last
     */
    public record Scalars(@Nullable Double min, @Nullable Double max, double last) {}
}
