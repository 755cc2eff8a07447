package io.daybook.api.backup;

import io.daybook.api.experiment.ExperimentStatus;
import io.daybook.api.iteration.HistogramPoint;
import io.daybook.api.iteration.ScalarPoints;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

public sealed interface Archive {

    /** @param reason one sentence that says what is wrong with the zip */
    record Broken(String reason) implements Archive {}

    /** An archive that was read to its end and is whole. */
    non-sealed interface Sound extends Archive {

        String description();

        ExperimentStatus status();

        @Nullable String endDate();

        /**
         * Hands over all points as they are after all corrections, in batches of at most 10,000 points: each series in
         * its order, series beginning in the order in which they are listed.
         */
        void replay(Consumer<ScalarPoints> scalars, Consumer<List<HistogramPoint>> histograms) throws IOException;
    }
}
