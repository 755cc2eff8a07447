package io.daybook.http.audit;

import io.daybook.api.refusal.Refusal;
import io.daybook.http.refusal.Refused;
import java.util.concurrent.Semaphore;
import org.springframework.context.SmartLifecycle;

/** How many read the log as a stream at once, each in a thread of its own; and that they end when the server does. */
final class Streams implements SmartLifecycle {

    private static final int MOST = 32;

    private final Semaphore places = new Semaphore(MOST);
    private volatile boolean running;

    /** To be left again. */
    void enter() {
        if (!places.tryAcquire()) throw new Refused(Refusal.OVERLOADED, MOST + " streams are being read already");
    }

    void leave() {
        places.release();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stopped before the web server waits for its last answers. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
