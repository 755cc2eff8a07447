package io.daybook.axonserver;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where one Axon Server listens. */
public record ServerAddress(String host, int port) {

    /** Of Axon Server's gRPC, unless somebody changed it. */
    private static final int USUAL_PORT = 8124;

    private static final Pattern TEXT = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::([0-9]{1,5}))?");

    /** @throws IllegalArgumentException when the text is neither {@code host} nor {@code host:port} */
    public static ServerAddress parse(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        if (!parts.matches()) throw new IllegalArgumentException("'" + text + "' is neither host nor host:port");
        int port = parts.group(2) == null ? USUAL_PORT : Integer.parseInt(parts.group(2));
        if (port < 1 || port > 65_535) throw new IllegalArgumentException("'" + text + "' names no port");
        return new ServerAddress(parts.group(1), port);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
