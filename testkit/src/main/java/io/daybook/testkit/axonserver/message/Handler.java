package io.daybook.testkit.axonserver.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A client that handles messages: is sent as many as it has permits for; the others wait. */
final class Handler<M> {

    private final Set<String> names = ConcurrentHashMap.newKeySet();
    private final Queue<M> waiting = new ArrayDeque<>();
    private final Consumer<M> send;
    private volatile String client = "";
    private long permits;
    private boolean gone;

    Handler(Consumer<M> send) {
        this.send = send;
    }

    void subscribe(String by, String name) {
        client = by;
        names.add(name);
    }

    void unsubscribe(String name) {
        names.remove(name);
    }

    boolean handles(String name) {
        return names.contains(name);
    }

    String client() {
        return client;
    }

    /** Of several clients the one with the highest takes the key, so that when one comes or goes no other's keys move. */
    UUID weight(String key) {
        return UUID.nameUUIDFromBytes((client + "/" + key).getBytes(UTF_8));
    }

    synchronized void permit(long more) {
        permits += more;
        flush();
    }

    /** Whether it will be handled, or {@link #end} names it. */
    synchronized boolean offer(M message) {
        if (gone) return false;
        waiting.add(message);
        flush();
        return true;
    }

    private void flush() {
        while (permits > 0 && !waiting.isEmpty()) {
            permits--;
            send.accept(waiting.remove());
        }
    }

    /** What has not been sent. */
    synchronized List<M> end() {
        gone = true;
        names.clear();
        return new ArrayList<>(waiting);
    }
}
