package io.daybook.query.s3;

import java.io.FilterInputStream;
import software.amazon.awssdk.core.ResponseInputStream;

/** An object's bytes; whoever closes it early does not wait for the rest. */
final class S3Stream extends FilterInputStream {

    private final ResponseInputStream<?> object;

    S3Stream(ResponseInputStream<?> object) {
        super(object);
        this.object = object;
    }

    @Override
    public void close() {
        object.abort();
    }
}
