package io.daybook.http.iteration;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.api.iteration.MetricView;
import io.daybook.http.request.LocalDates;

/** A metric as the contract shows it; what is not finite is a string. */
public record MetricBody(
        long id,
        @JsonProperty("iteration_id") long iterationId,
        String key,
        double value,
        long step,
        @JsonProperty("recorded_at") String recordedAt) {

    public static MetricBody of(MetricView view, LocalDates dates) {
        return new MetricBody(
                view.id(), view.iterationId(), view.key(), view.value(), view.step(), dates.of(view.wallTime()));
    }
}
