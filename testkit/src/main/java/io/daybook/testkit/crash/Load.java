package io.daybook.testkit.crash;

import io.daybook.testkit.server.Crayon;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Clients at work, each in a thread of its own, until the server is gone. */
final class Load implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 1_800;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch endExpected = new CountDownLatch(1);
    private final List<Future<?>> running = new ArrayList<>();

    Load(Crayon crayon, List<Client> clients) {
        for (Client client : clients) running.add(threads.submit(() -> work(crayon, client)));
    }

    /** From now on it is no failure that the server is gone. */
    void expectTheEnd() {
        endExpected.countDown();
    }

    private void work(Crayon crayon, Client client) {
        try {
            for (int n = 0; n < client.limit(); n++) client.act(crayon, n);
        } catch (IOException gone) {
            if (endExpected.getCount() > 0) throw new AssertionError("a request failed while the server ran", gone);
        }
    }

    /** Waits for the clients; fails when one of them got an answer that it should not. */
    @Override
    public void close() {
        try {
            for (Future<?> client : running) client.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new AssertionError("a client failed", failure);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdownNow();
        }
    }
}
