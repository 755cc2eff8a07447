package io.daybook.http.user;

import com.fasterxml.jackson.annotation.JsonProperty;

/** @param expiresAt epoch seconds */
record TokenBody(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("token_type") String tokenType,
        @JsonProperty("expires_at") long expiresAt,
        UserBody user) {}
