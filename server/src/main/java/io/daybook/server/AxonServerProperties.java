package io.daybook.server;

import io.daybook.axonserver.AxonServerSettings;
import io.daybook.axonserver.ServerAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Everything under {@code axon.axonserver.} in application.yml, by the names that Axon's own programs give it. */
@ConfigurationProperties(prefix = AxonServerProperties.PREFIX, ignoreUnknownFields = false)
record AxonServerProperties(
        @DefaultValue List<String> servers,
        @DefaultValue("default") String context,
        @Nullable String token,
        @DefaultValue("false") boolean sslEnabled,
        @Nullable Path certFile) {

    static final String PREFIX = "axon.axonserver";

    AxonServerProperties {
        servers = servers.stream().map(String::strip).toList();
        servers.forEach(AxonServerProperties::parsed);
        if (context.isBlank()) throw new IllegalArgumentException("axon.axonserver.context is a name, not empty");
        if (certFile != null && !Files.isReadable(certFile)) {
            throw new IllegalArgumentException("axon.axonserver.cert-file: " + certFile + " cannot be read");
        }
    }

    /** Without a cause, since only the innermost one is told. */
    private static ServerAddress parsed(String server) {
        try {
            return ServerAddress.parse(server);
        } catch (IllegalArgumentException unusable) {
            throw new IllegalArgumentException("axon.axonserver.servers: " + unusable.getMessage());
        }
    }

    /** @param node by which Axon Server lists this one */
    AxonServerSettings settings(String node, Duration deadline) {
        if (servers.isEmpty()) {
            throw new IllegalStateException(
                    "daybook.event-store.type=axon-server needs axon.axonserver.servers: host or"
                            + " host:port of each, separated by commas");
        }
        return new AxonServerSettings(
                servers.stream().map(AxonServerProperties::parsed).toList(),
                context,
                token == null || token.isBlank() ? null : token,
                sslEnabled,
                certFile,
                node,
                deadline);
    }

    /** Where it is, for people. */
    String words() {
        return String.join(",", servers) + ", context " + context;
    }

    /** Without the token, which no log may hold. */
    @Override
    public String toString() {
        return "AxonServerProperties[" + words() + "]";
    }
}
