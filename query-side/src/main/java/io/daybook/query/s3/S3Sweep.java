package io.daybook.query.s3;

import io.daybook.api.resource.ContentStore;
import java.time.Instant;
import java.util.Set;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Takes away objects that nobody names. */
final class S3Sweep {

    private final Bucket bucket;
    private final Coming coming;
    private final Instant before;

    S3Sweep(Bucket bucket, Coming coming, Instant before) {
        this.bucket = bucket;
        this.coming = coming;
        this.before = before;
    }

    int objects(Set<String> named) {
        coming.forgetWholeBefore(before);
        int swept = 0;
        for (S3Object object : bucket.client()
                .listObjectsV2Paginator(list -> list.bucket(bucket.name()).prefix(S3Content.PREFIX))
                .contents()) {
            String key = object.key();
            String hash = key.substring(key.lastIndexOf('/') + 1);
            boolean orphan = ContentStore.isHash(hash)
                    && !named.contains(hash)
                    && object.lastModified().isBefore(before);
            if (orphan && coming.unless(key, () -> deleted(key))) swept++;
        }
        return swept;
    }

    /** Another node may have sent it since it was listed. */
    private boolean deleted(String key) {
        if (bucket.hasSince(key, before)) return false;
        bucket.client().deleteObject(delete -> delete.bucket(bucket.name()).key(key));
        return true;
    }
}
