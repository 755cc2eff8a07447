package io.daybook.testkit.cluster;

import io.daybook.testkit.content.S3Server;
import java.util.Map;

/** What a node needs that shares its events and its bytes with others. */
public final class AxonSettings {

    private AxonSettings() {}

    /** @param address of an Axon Server */
    public static Map<String, String> of(String address) {
        return Map.of(
                "daybook.event-store.type",
                "axon-server",
                "axon.axonserver.servers",
                address,
                "daybook.artifacts.backend",
                "s3",
                "daybook.artifacts.s3.bucket",
                S3Server.BUCKET,
                "daybook.artifacts.s3.endpoint",
                Bytes.SERVER.endpoint().toString(),
                "daybook.artifacts.s3.access-key",
                S3Server.ACCESS_KEY,
                "daybook.artifacts.s3.secret-key",
                "secret-of-tests");
    }

    /** One for all nodes of this process; it ends with it. */
    private static final class Bytes {
        static final S3Server SERVER = new S3Server();
    }
}
