package io.daybook.testkit.axonserver;

import io.daybook.testkit.http.FreePort;
import io.daybook.testkit.process.ServingProcess;

/** The server in a process of its own, which can be killed and started again where it was. */
public final class AxonServerProcess implements AutoCloseable {

    /** Several messages of the largest size are under way at once, each in a few copies. */
    private static final String HEAP = "768m";

    private final AxonServerSettings settings;
    private final ServingProcess process;

    private AxonServerProcess(AxonServerSettings settings) {
        this.settings = settings;
        process = ServingProcess.start(AxonServerMain.class, HEAP, settings.arguments());
    }

    /** At a port that stays its own when it is started again, unless the settings name one. */
    public static AxonServerProcess start(AxonServerSettings settings) {
        return new AxonServerProcess(settings.port() == 0 ? settings.at(FreePort.find()) : settings);
    }

    /** As settings of clients name it. */
    public String address() {
        return process.firstLine();
    }

    public int port() {
        return settings.port();
    }

    /** As {@code kill -9}. */
    public void kill() {
        process.kill();
    }

    /** After a kill: one at the same address, with the same folder. */
    public AxonServerProcess again() {
        return new AxonServerProcess(settings);
    }

    @Override
    public void close() {
        process.close();
    }
}
