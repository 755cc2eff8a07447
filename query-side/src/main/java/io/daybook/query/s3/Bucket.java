package io.daybook.query.s3;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A bucket, connected to when it is first used. */
final class Bucket implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** For so long nothing may come; many servers put a long upload together before they answer. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final S3Address address;
    private @Nullable S3Client client;
    private boolean closed;

    Bucket(S3Address address) {
        this.address = address;
    }

    String name() {
        return address.bucket();
    }

    /** Whether there is such an object that came after the moment. */
    boolean hasSince(String key, Instant moment) {
        try {
            return client().headObject(request -> request.bucket(name()).key(key))
                    .lastModified()
                    .isAfter(moment);
        } catch (NoSuchKeyException none) {
            return false;
        }
    }

    synchronized S3Client client() {
        if (closed) throw new IllegalStateException("the bucket is closed");
        S3Client connected = client;
        if (connected == null) {
            connected = connect();
            client = connected;
        }
        return connected;
    }

    /** Checksums are ours, and whole: many servers know neither others nor bodies in pieces. */
    private S3Client connect() {
        return S3Client.builder()
                .endpointOverride(address.endpoint())
                .region(Region.of(address.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(address.accessKey(), address.secretKey())))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(true)
                        .chunkedEncodingEnabled(false)
                        .build())
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE))
                .build();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) client.close();
    }
}
