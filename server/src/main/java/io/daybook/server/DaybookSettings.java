package io.daybook.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.util.unit.DataSize;

/** Everything under {@code daybook.} in application.yml, where each setting is explained and has its default. */
@ConfigurationProperties(prefix = "daybook", ignoreUnknownFields = false)
record DaybookSettings(
        Path home,
        Auth auth,
        Cors cors,
        Crayon crayon,
        EventStore eventStore,
        @Nullable Mongodb mongodb,
        ArtifactSettings artifacts,
        Set<Role> roles,
        @Nullable ZoneId zone,
        Limits limits,
        Read read,
        Commands commands) {

    DaybookSettings {
        home = home.toAbsolutePath().normalize();
        String complaint = artifacts.complaint(uri(mongodb) != null);
        require(complaint == null, String.valueOf(complaint));
        require(
                roles.equals(EnumSet.allOf(Role.class)),
                "daybook.roles: this version runs all three of command,query,edge in one process");
        if (eventStore.isShared()) requireShared(artifacts.backend(), uri(mongodb) != null);
        require(
                mongodb == null || mongodb.uri() == null || mongodb.uri().startsWith("mongodb"),
                "daybook.mongodb.uri is a connection string that begins with mongodb:// or mongodb+srv://");
    }

    private static void requireShared(ArtifactSettings.Backend artifacts, boolean mongodb) {
        require(
                artifacts != ArtifactSettings.Backend.FILESYSTEM,
                "daybook.artifacts.backend: with daybook.event-store.type=axon-server bytes have to be where every node"
                        + " finds them: gridfs or s3");
        require(
                !mongodb || artifacts == ArtifactSettings.Backend.GRIDFS,
                "daybook.mongodb.uri: with daybook.event-store.type=axon-server this version keeps the views of each"
                        + " node in its own daybook.home, and uses MongoDB for daybook.artifacts.backend=gridfs alone");
    }

    private static void require(boolean sound, String complaint) {
        if (!sound) throw new IllegalArgumentException(complaint);
    }

    private static void requireSome(String name, Duration duration) {
        require(duration.isPositive(), name + " is longer than nothing, not " + duration);
    }

    @Nullable String mongodbUri() {
        return uri(mongodb);
    }

    /** Where the views live, when not in the home folder. */
    @Nullable String viewsUri() {
        return eventStore.isShared() ? null : uri(mongodb);
    }

    private static @Nullable String uri(@Nullable Mongodb mongodb) {
        return mongodb == null || mongodb.uri() == null || mongodb.uri().isBlank() ? null : mongodb.uri();
    }

    /** @param firstPassword of the {@code default} user, for the first start alone */
    record Auth(boolean enabled, @Nullable String secret, String firstPassword) {

        private static final int SHORTEST = 32;
        /** The key that the older server had built in, and everybody knows. */
        private static final String KNOWN = "deardiary_secret";

        Auth {
            require(!firstPassword.isEmpty(), "daybook.auth.first-password is not empty");
            require(
                    !enabled || (secret != null && secret.getBytes(UTF_8).length >= SHORTEST && !isTrivial(secret)),
                    "daybook.auth.secret is needed when daybook.auth.enabled=true: at least " + SHORTEST
                            + " bytes that nobody can guess, such as the output of: openssl rand -base64 48");
        }

        private static boolean isTrivial(String secret) {
            return secret.contains(KNOWN) || secret.chars().distinct().count() < 8;
        }

        byte[] secretBytes() {
            return java.util.Objects.requireNonNull(secret).getBytes(UTF_8);
        }

        /** Without the secret, which no log may hold. */
        @Override
        public String toString() {
            return "Auth[enabled=" + enabled + "]";
        }
    }

    /** @param origins of pages elsewhere that may call the API, or {@code *} */
    record Cors(List<String> origins) {

        /** As browsers send it: a slash at the end would never match. */
        private static final Pattern ORIGIN = Pattern.compile("\\*|[a-z][a-z0-9+.-]*://[^/?#\\s]+");

        Cors {
            origins = origins.stream().map(String::strip).toList();
            for (String origin : origins) {
                require(
                        ORIGIN.matcher(origin).matches(),
                        "daybook.cors.origins: '" + origin
                                + "' is neither * nor an origin such as https://lab.example");
            }
        }
    }

    record Crayon(int port, String project) {

        Crayon {
            require(port >= 0 && port < 65_536, "daybook.crayon.port is between 0 and 65535, not " + port);
            require(!project.isBlank(), "daybook.crayon.project is a name, not empty");
        }
    }

    record EventStore(StoreType type, Sync sync, int queue, Duration deadline) {

        EventStore {
            require(queue > 0, "daybook.event-store.queue is 1 or more, not " + queue);
            requireSome("daybook.event-store.deadline", deadline);
        }

        /** Whether other nodes may append to the log, too. */
        boolean isShared() {
            return type == StoreType.AXON_SERVER;
        }
    }

    record Mongodb(@Nullable String uri) {}

    record Limits(DataSize body, DataSize artifact) {

        Limits {
            require(
                    body.toBytes() > 0 && body.toBytes() < Integer.MAX_VALUE,
                    "daybook.limits.body is between 1B and 2047MB, not " + body);
            require(artifact.toBytes() > 0, "daybook.limits.artifact is 1B or more, not " + artifact);
        }
    }

    /** {@code daybook.read.wait}; a record component cannot be called so. */
    record Read(@Name("wait") Duration deadline) {

        Read {
            require(!deadline.isNegative(), "daybook.read.wait is not below zero");
        }
    }

    record Commands(Duration deadline, int cachedAggregates, int snapshotEvery) {

        Commands {
            requireSome("daybook.commands.deadline", deadline);
            require(cachedAggregates > 0, "daybook.commands.cached-aggregates is 1 or more, not " + cachedAggregates);
            require(snapshotEvery > 0, "daybook.commands.snapshot-every is 1 or more, not " + snapshotEvery);
        }
    }

    enum StoreType {
        SQLITE,
        AXON_SERVER
    }

    enum Sync {
        FULL,
        OS
    }

    enum Role {
        COMMAND,
        QUERY,
        EDGE
    }
}
