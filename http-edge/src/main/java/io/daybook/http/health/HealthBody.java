package io.daybook.http.health;

import com.fasterxml.jackson.annotation.JsonProperty;
import tools.jackson.core.JsonGenerator;

/** What a server tells of itself. */
record HealthBody(
        @JsonProperty("app_name") String appName,
        @JsonProperty("package_version") String packageVersion,
        @JsonProperty("server_time") String serverTime) {

    void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("app_name", appName);
        json.writeStringProperty("package_version", packageVersion);
        json.writeStringProperty("server_time", serverTime);
        json.writeEndObject();
    }
}
