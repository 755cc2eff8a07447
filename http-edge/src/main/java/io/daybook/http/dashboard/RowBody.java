package io.daybook.http.dashboard;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.http.tag.TagBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a table tells of an iteration: all that people compare, without the environment's long texts. */
record RowBody(
        long id,
        String notes,
        @JsonProperty("created_date") String createdDate,
        @JsonProperty("end_date") @Nullable String endDate,
        @JsonProperty("parent_iteration_id") @Nullable Long parentIterationId,
        @JsonProperty("status_id") int statusId,
        @JsonProperty("error_message") String errorMessage,
        List<ParameterCell> parameters,
        List<MetricCell> metrics,
        List<TagBody> tags) {

    record ParameterCell(String key, String value) {}

    /** @param last what was logged last; a string when it is not finite */
    record MetricCell(
            String key,
            long count,
            @Nullable Double min,
            @Nullable Double max,
            double last) {}
}
