package io.daybook.axonserver;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to get at the log in Axon Server.
 *
 * @param servers those of one cluster; any of them leads to the others
 * @param context which holds the events of this Daybook and nothing else
 * @param token that the server wants to see
 * @param tls whether the server speaks TLS
 * @param certificates that the server's one is to be signed by; without them those that Java trusts
 * @param node by which the server lists this node
 * @param deadline for an answer to be waited for
 */
public record AxonServerSettings(
        List<ServerAddress> servers,
        String context,
        @Nullable String token,
        boolean tls,
        @Nullable Path certificates,
        String node,
        Duration deadline) {

    public AxonServerSettings {
        servers = List.copyOf(servers);
        if (servers.isEmpty()) throw new IllegalArgumentException("no server is named");
    }

    /** Without the token, which no log may hold. */
    @Override
    public String toString() {
        return "context " + context + " of " + servers;
    }
}
