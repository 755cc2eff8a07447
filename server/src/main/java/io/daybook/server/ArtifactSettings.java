package io.daybook.server;

import io.daybook.query.s3.S3Address;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the bytes of artifacts are kept: {@code daybook.artifacts}.
 *
 * @param sweepAfter how old bytes are that no event names when they are deleted
 */
record ArtifactSettings(
        Backend backend, Duration sweepAfter, @DefaultValue S3 s3) {

    enum Backend {
        FILESYSTEM,
        GRIDFS,
        S3
    }

    /** Empty is what nobody has set. */
    record S3(
            @DefaultValue("") String bucket,
            @DefaultValue("") String endpoint,
            @DefaultValue("us-east-1") String region,
            @DefaultValue("") String accessKey,
            @DefaultValue("") String secretKey) {

        /** Without the keys, which no log may hold. */
        @Override
        public String toString() {
            return "S3[" + bucket + " at " + endpoint + "]";
        }

        private @Nullable String complaint() {
            if (bucket.isBlank()) return missing("bucket");
            if (endpoint.isBlank()) return missing("endpoint");
            if (accessKey.isBlank()) return missing("access-key");
            if (secretKey.isBlank()) return missing("secret-key");
            if (endpoint.matches("https?://[^/?#\\s]+/?")) return null;
            return "daybook.artifacts.s3.endpoint is an address such as https://s3.example:9000, not " + endpoint;
        }

        private static String missing(String setting) {
            return "daybook.artifacts.backend=s3 needs daybook.artifacts.s3." + setting;
        }
    }

    /**
     * What does not go together, in words.
     *
     * @param mongodb whether there is a database for GridFS
     */
    @Nullable String complaint(boolean mongodb) {
        if (!sweepAfter.isPositive()) return "daybook.artifacts.sweep-after is longer than nothing, not " + sweepAfter;
        return switch (backend) {
            case FILESYSTEM -> null;
            case GRIDFS -> mongodb ? null : "daybook.artifacts.backend=gridfs needs daybook.mongodb.uri";
            case S3 -> s3.complaint();
        };
    }

    /** Where the bucket is, when enough is said of it: bytes may lie there from earlier days. */
    Optional<S3Address> address() {
        if (s3.complaint() != null) return Optional.empty();
        return Optional.of(
                new S3Address(URI.create(s3.endpoint()), s3.region(), s3.bucket(), s3.accessKey(), s3.secretKey()));
    }
}
