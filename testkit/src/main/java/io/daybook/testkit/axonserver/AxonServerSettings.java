package io.daybook.testkit.axonserver;

import io.daybook.testkit.net.Certificate;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param port 0 for a free one
 * @param folder where it keeps its events
 * @param context the only one that it knows
 * @param token what clients must show; null: they are not asked
 * @param certificate null: it speaks without TLS
 * @param maxMessageBytes larger ones are refused
 */
public record AxonServerSettings(
        int port,
        Path folder,
        String context,
        @Nullable String token,
        @Nullable Certificate certificate,
        int maxMessageBytes) {

    private static final int MAX_MESSAGE_BYTES = 64 << 20;

    /** On a free port, open to everyone, with messages of up to 64 MB. */
    public static AxonServerSettings in(Path folder) {
        return new AxonServerSettings(0, folder, "default", null, null, MAX_MESSAGE_BYTES);
    }

    public AxonServerSettings at(int taken) {
        return new AxonServerSettings(taken, folder, context, token, certificate, maxMessageBytes);
    }

    public AxonServerSettings withContext(String known) {
        return new AxonServerSettings(port, folder, known, token, certificate, maxMessageBytes);
    }

    public AxonServerSettings withToken(String required) {
        return new AxonServerSettings(port, folder, context, required, certificate, maxMessageBytes);
    }

    public AxonServerSettings withCertificate(Certificate shown) {
        return new AxonServerSettings(port, folder, context, token, shown, maxMessageBytes);
    }

    public AxonServerSettings withMaxMessageBytes(int most) {
        return new AxonServerSettings(port, folder, context, token, certificate, most);
    }

    /** As {@link #of} takes them; what there is none of is empty. */
    List<String> arguments() {
        return List.of(
                Integer.toString(port),
                folder.toString(),
                context,
                Integer.toString(maxMessageBytes),
                token == null ? "" : token,
                certificate == null ? "" : certificate.chain().toString(),
                certificate == null ? "" : certificate.key().toString());
    }

    static AxonServerSettings of(String[] arguments) {
        return new AxonServerSettings(
                Integer.parseInt(arguments[0]),
                Path.of(arguments[1]),
                arguments[2],
                arguments[4].isEmpty() ? null : arguments[4],
                arguments[5].isEmpty() ? null : new Certificate(Path.of(arguments[5]), Path.of(arguments[6])),
                Integer.parseInt(arguments[3]));
    }
}
