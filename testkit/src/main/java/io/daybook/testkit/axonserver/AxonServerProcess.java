package io.daybook.testkit.axonserver;

import io.daybook.testkit.http.FreePort;
import io.daybook.testkit.process.ServingProcess;
import org.jspecify.annotations.Nullable;

/** The server in a process of its own, which can be killed and started again where it was. */
public final class AxonServerProcess implements AutoCloseable {

    /** Several messages of the largest size are under way at once, each in a few copies. */
    private static final String HEAP = "768m";

    private final AxonServerSettings settings;
    private final String address;
    private final @Nullable ServingProcess process;

    private AxonServerProcess(AxonServerSettings settings, String address, @Nullable ServingProcess process) {
        this.settings = settings;
        this.address = address;
        this.process = process;
    }

    /** The real server that the environment names, which is emptied, else a process of our own; for settings that a real server has. */
    public static AxonServerProcess orReal(AxonServerSettings settings) {
        return RealServer.emptied()
                .map(address -> new AxonServerProcess(settings, address, null))
                .orElseGet(() -> start(settings));
    }

    /** At a port that stays its own when it is started again, unless the settings name one. */
    public static AxonServerProcess start(AxonServerSettings settings) {
        AxonServerSettings placed = settings.port() == 0 ? settings.at(FreePort.find()) : settings;
        ServingProcess process = ServingProcess.start(AxonServerMain.class, HEAP, placed.arguments());
        return new AxonServerProcess(placed, process.firstLine(), process);
    }

    /** Whether it was there before, and stays. */
    public boolean isReal() {
        return process == null;
    }

    /** As settings of clients name it. */
    public String address() {
        return address;
    }

    /** For how long it has kept a processor busy so far; NaN for a real server. */
    public double processorSeconds() {
        return process == null ? Double.NaN : process.processorSeconds();
    }

    /** As {@code kill -9}; not for a real server. */
    public void kill() {
        if (process == null) throw new IllegalStateException("a real server is left alone");
        process.kill();
    }

    /** After a kill: one at the same address, with the same folder. */
    public AxonServerProcess again() {
        return start(settings);
    }

    /** Ends the process. A real server is left as it is. */
    @Override
    public void close() {
        if (process != null) process.close();
    }
}
