package io.daybook.query.s3;

import io.daybook.api.resource.ContentStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Bytes of resources as objects, {@code artifacts/<aa>/<sha256>}. */
public final class S3Content implements ContentStore {

    static final String PREFIX = "artifacts/";

    /** Objects have no date that could be set: what is older is sent again, so that no sweep takes it away. */
    private static final Duration YOUNG = Duration.ofMinutes(30);

    private static final int BEYOND_THE_END = 416;
    private static final int PART = 16 << 20;

    private final Bucket bucket;
    private final Coming coming = new Coming();
    private final int part;

    public S3Content(S3Address address) {
        this(address, PART);
    }

    /** @param part files that are longer are sent in parts of so many bytes */
    S3Content(S3Address address, int part) {
        this.bucket = new Bucket(address);
        this.part = part;
    }

    @Override
    public String backend() {
        return "s3";
    }

    @Override
    public String uri(String hash) {
        return "s3://" + bucket.name() + "/" + key(hash);
    }

    @Override
    public void keep(String hash, Path file) throws IOException {
        String key = key(hash);
        coming.announce(key);
        try {
            if (!bucket.hasSince(key, Instant.now().minus(YOUNG))) {
                S3Upload upload = new S3Upload(bucket, key, file, part);
                upload.send(hash);
                if (upload.isInParts()) coming.whole(key);
            }
        } catch (SdkException failure) {
            throw new IOException("S3 does not take " + hash, failure);
        } finally {
            coming.leave(key);
        }
    }

    @Override
    @SuppressWarnings("resource") // the caller's
    public Optional<InputStream> read(String hash, long from) throws IOException {
        GetObjectRequest.Builder request =
                GetObjectRequest.builder().bucket(bucket.name()).key(key(hash));
        // an empty object has no first byte to ask for
        if (from > 0) request.range("bytes=" + from + "-");
        S3Client client = bucket.client();
        try {
            ResponseInputStream<GetObjectResponse> object = client.getObject(request.build());
            return Optional.of(new S3Stream(object));
        } catch (NoSuchKeyException none) {
            return Optional.empty();
        } catch (S3Exception refused) {
            if (refused.statusCode() == BEYOND_THE_END) return Optional.of(InputStream.nullInputStream());
            throw new IOException("S3 does not give " + hash, refused);
        } catch (SdkException failure) {
            throw new IOException("S3 does not give " + hash, failure);
        }
    }

    @Override
    public int sweep(Set<String> named, Instant before) throws IOException {
        try {
            return new S3Sweep(bucket, coming, before).objects(named);
        } catch (SdkException failure) {
            throw new IOException("the bucket cannot be swept", failure);
        }
    }

    private static String key(String hash) {
        return PREFIX + ContentStore.place(hash);
    }

    @Override
    public void close() {
        bucket.close();
    }
}
