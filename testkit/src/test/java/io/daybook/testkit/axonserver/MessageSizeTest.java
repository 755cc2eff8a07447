package io.daybook.testkit.axonserver;

import static io.daybook.testkit.axonserver.Client.event;
import static io.daybook.testkit.axonserver.Client.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.event.Event;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a process of its own, as this one's memory is not made for such messages. */
class MessageSizeTest {

    private static final int MB = 1 << 20;

    @Test
    void a_message_of_60_mb_passes_and_one_of_65_mb_is_refused_and_leaves_nothing(@TempDir Path folder)
            throws Exception {
        try (AxonServerProcess server = AxonServerProcess.orReal(AxonServerSettings.in(folder));
                Client client = new Client(server.address())) {
            Event large = event("a", 0, ByteString.copyFrom(new byte[60 * MB]));
            client.append(large);
            assertThat(client.read(-1, 1).getFirst().getEvent().equals(large)).isTrue();
            Event tooLarge = event("a", 1, ByteString.copyFrom(new byte[65 * MB]));
            // a real server's own answer may overtake that of its transport
            assertThatThrownBy(() -> client.append(event("b", 0), tooLarge))
                    .hasMessageMatching(".*(RESOURCE_EXHAUSTED|CANCELLED).*");
            client.append(event("a", 1));
            assertThat(get(client.events().getLastToken())).isOne();
        }
    }

    @Test
    void the_limit_can_be_set(@TempDir Path folder) throws Exception {
        try (AxonServer server = AxonServer.start(AxonServerSettings.in(folder).withMaxMessageBytes(MB));
                Client client = new Client(server.address())) {
            assertThatThrownBy(() -> client.append(event("a", 0, ByteString.copyFrom(new byte[MB]))))
                    .hasMessageContaining("RESOURCE_EXHAUSTED");
            client.append(event("a", 0, ByteString.copyFrom(new byte[MB - 1_000])));
            assertThat(get(client.events().getLastToken())).isZero();
        }
    }
}
