package io.daybook.http.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

/** @param expiresAt epoch seconds */
record TokenBody(
        @JsonProperty("access_token") String accessToken,

        @Schema(allowableValues = "Bearer") @JsonProperty("token_type")
        String tokenType,

        @JsonProperty("expires_at") long expiresAt,
        UserBody user) {}
