package io.daybook.api.iteration;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

public sealed interface IterationEvent {

    long iterationId();

    record IterationCreated(
            long iterationId,
            long experimentId,
            long projectId,
            @Nullable Long parentId,
            String createdDate) implements IterationEvent {}

    /** What is null was left as it was. */
    record IterationFinalised(
            long iterationId,
            @Nullable IterationStatus status,
            String endDate,
            @Nullable String errorMessage,
            @Nullable String notes)
            implements IterationEvent {}

    /** What is null was left as it was. */
    record IterationChanged(
            long iterationId,
            @Nullable IterationStatus status,
            @Nullable String errorMessage,
            @Nullable String notes) implements IterationEvent {}

    record EnvironmentRecorded(long iterationId, Environment environment) implements IterationEvent {}

    record IterationDeleted(long iterationId, long experimentId) implements IterationEvent {}

    record IterationTagged(long iterationId, long tagId, long associationId) implements IterationEvent {}

    record IterationUntagged(long iterationId, long tagId, long associationId) implements IterationEvent {}

    record ParameterLogged(long iterationId, long parameterId, String key, String value) implements IterationEvent {}

    /** What is null was left as it was. */
    record ParameterChanged(
            long iterationId,
            long parameterId,
            @Nullable String key,
            @Nullable String value) implements IterationEvent {}

    record ParameterDeleted(long iterationId, long parameterId) implements IterationEvent {}

    /**
     * A correction; the original stays in history.
     *
     * @param highestBefore the highest step that is left under the key of {@code before}, null when no point is left
     * @param highestAfter the highest step under the key of {@code after}
     */
    record PointChanged(
            long iterationId,
            LoggedPoint before,
            LoggedPoint after,
            @Nullable Long highestBefore,
            long highestAfter) implements IterationEvent {}

    /** @param highest the highest step that is left under the point's key, null when no point is left */
    record PointDeleted(
            long iterationId, LoggedPoint before, @Nullable Long highest) implements IterationEvent {}

    /**
     * A batch of points, as columns.
     *
     * @param ordinal the first point's number among all scalar points ever logged to the iteration, from 0;
     *     the others follow
     * @param firsts for each key of {@code points}, the number that its first point here has among all points
     *     ever logged under that key, from 0
     */
    record ScalarsLogged(long iterationId, long ordinal, long[] firsts, ScalarPoints points) implements IterationEvent {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ScalarsLogged(var id, var start, var heads, var columns)
                    && id == iterationId
                    && start == ordinal
                    && Arrays.equals(heads, firsts)
                    && columns.equals(points);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * Long.hashCode(iterationId) + Long.hashCode(ordinal)) + points.hashCode();
        }
    }

    /**
     * A batch of histograms.
     *
     * @param firsts for each of {@code points}, its number among all histograms ever logged under its key, from 0
     */
    record HistogramsLogged(long iterationId, long[] firsts, List<HistogramPoint> points) implements IterationEvent {
        public HistogramsLogged {
            points = List.copyOf(points);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof HistogramsLogged(var id, var heads, var all)
                    && id == iterationId
                    && Arrays.equals(heads, firsts)
                    && all.equals(points);
        }

        @Override
        public int hashCode() {
            return 31 * Long.hashCode(iterationId) + points.hashCode();
        }
    }
}
