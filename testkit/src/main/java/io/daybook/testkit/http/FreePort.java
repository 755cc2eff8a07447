package io.daybook.testkit.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port that is to be named before somebody listens at it. It lies below those that the system gives to clients and to
 * whoever takes any port, so that it is free still when it is used, and when it is used again after a restart.
 */
public final class FreePort {

    private static final int FIRST = 20_000;
    private static final int END = 30_000;
    private static final int TRIES = 1_000;

    private FreePort() {}

    public static int find() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, END);
            if (isFree(port)) return port;
        }
        throw new IllegalStateException("no port between " + FIRST + " and " + END + " is free");
    }

    private static boolean isFree(int port) {
        try (ServerSocket found = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return found.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
