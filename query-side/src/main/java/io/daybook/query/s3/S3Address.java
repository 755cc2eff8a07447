package io.daybook.query.s3;

import java.net.URI;

/**
 * Where a bucket is, and as whom it is used.
 *
 * @param endpoint of any server that speaks S3; buckets are named in the path
 */
public record S3Address(URI endpoint, String region, String bucket, String accessKey, String secretKey) {

    /** Without the keys, which no log may hold. */
    @Override
    public String toString() {
        return "S3Address[" + endpoint + "/" + bucket + ", " + region + "]";
    }
}
