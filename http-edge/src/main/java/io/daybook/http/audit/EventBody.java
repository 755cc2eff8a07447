package io.daybook.http.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event as auditors see it.
 *
 * @param payload readable by a person, and without secrets; what was stored has the hash {@code payloadHash}
 */
record EventBody(
        long position,
        String id,
        String timestamp,
        String type,
        @Nullable String revision,
        @Nullable AggregateBody aggregate,
        @JsonProperty("project_id") @Nullable Long projectId,
        @Nullable ActorBody actor,
        @Nullable String via,
        @JsonProperty("request_id") @Nullable String requestId,
        @JsonProperty("request_ids") List<String> requestIds,
        Map<String, String> metadata,
        JsonNode payload,
        @JsonProperty("payload_hash") String payloadHash,
        String hash) {

    record AggregateBody(
            @Nullable String type, String id, @Nullable Long sequence) {}

    /** @param username null when the log does not tell */
    record ActorBody(long id, @Nullable String username) {}
}
