package io.daybook.http.iteration;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.api.iteration.ParameterView;

/** A parameter as the contract shows it. */
public record ParameterBody(
        long id, @JsonProperty("iteration_id") long iterationId, String key, String value) {

    public static ParameterBody of(ParameterView view) {
        return new ParameterBody(view.id(), view.iterationId(), view.key(), view.value());
    }
}
