package io.daybook.server;

import io.daybook.query.s3.S3Address;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the bytes of artifacts are kept: {@code daybook.artifacts}. */
record ArtifactSettings(Backend backend, @DefaultValue S3 s3) {

    enum Backend {
        FILESYSTEM,
        GRIDFS,
        S3
    }

    record S3(
            @Nullable String bucket,
            @Nullable String endpoint,
            @DefaultValue("us-east-1") String region,
            @Nullable String accessKey,
            @Nullable String secretKey) {

        /** Without the keys, which no log may hold. */
        @Override
        public String toString() {
            return "S3[" + bucket + " at " + endpoint + "]";
        }
    }

    /** What is missing, or wrong, or null. */
    @Nullable String complaint(boolean mongodb) {
        if (backend == Backend.GRIDFS && !mongodb) {
            return "daybook.artifacts.backend=gridfs needs daybook.mongodb.uri";
        }
        if (backend != Backend.S3) return null;
        if (isMissing(s3.bucket())) return missing("bucket");
        if (isMissing(s3.endpoint())) return missing("endpoint");
        if (isMissing(s3.accessKey())) return missing("access-key");
        if (isMissing(s3.secretKey())) return missing("secret-key");
        return s3.endpoint().matches("https?://[^/?#\\s]+/?")
                ? null
                : "daybook.artifacts.s3.endpoint is an address such as https://s3.example:9000, not " + s3.endpoint();
    }

    private static String missing(String setting) {
        return "daybook.artifacts.backend=s3 needs daybook.artifacts.s3." + setting;
    }

    /** Where the bucket is, when enough is said of it. */
    Optional<S3Address> address() {
        String bucket = s3.bucket();
        String endpoint = s3.endpoint();
        String accessKey = s3.accessKey();
        String secretKey = s3.secretKey();
        if (isMissing(bucket) || isMissing(endpoint) || isMissing(accessKey) || isMissing(secretKey)) {
            return Optional.empty();
        }
        return Optional.of(new S3Address(URI.create(endpoint), s3.region(), bucket, accessKey, secretKey));
    }

    private static boolean isMissing(@Nullable String setting) {
        return setting == null || setting.isBlank();
    }
}
