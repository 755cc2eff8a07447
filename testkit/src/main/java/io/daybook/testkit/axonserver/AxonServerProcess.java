package io.daybook.testkit.axonserver;

import io.daybook.testkit.http.FreePort;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The server in a process of its own, which can be killed and started again where it was, and ends with this one. */
public final class AxonServerProcess implements AutoCloseable {

    /** Nobody reads the process's output behind its first line, so that a log would fill the pipe and stop it. */
    private static final List<String> SILENT = List.of(
            "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider", "-Dslf4j.internal.verbosity=WARN");

    private static final int START_SECONDS = 60;
    private static final int STOP_SECONDS = 10;

    private final AxonServerSettings settings;
    private final Process process;

    private AxonServerProcess(AxonServerSettings settings, Process process) {
        this.settings = settings;
        this.process = process;
    }

    /** At a port that stays its own when it is started again, unless the settings name one. */
    public static AxonServerProcess start(AxonServerSettings settings) {
        AxonServerSettings placed = settings.port() == 0 ? settings.at(FreePort.find()) : settings;
        try {
            Process process = launch(placed);
            try {
                firstLine(process);
                return new AxonServerProcess(placed, process);
            } catch (RuntimeException e) {
                process.destroyForcibly();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As settings name it. */
    public String address() {
        return "127.0.0.1:" + port();
    }

    public int port() {
        return settings.port();
    }

    /** As {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
    }

    /** After a kill: one at the same address, with the same folder. */
    public AxonServerProcess again() {
        return start(settings);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static Process launch(AxonServerSettings settings) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-Xmx768m", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(SILENT);
        command.add(AxonServerMain.class.getName());
        command.addAll(settings.arguments());
        ProcessBuilder builder = new ProcessBuilder(command);
        // by the environment, as a class path may be longer than a command line
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static void firstLine(Process process) {
        try {
            String line = CompletableFuture.supplyAsync(() -> readLine(process))
                    .orTimeout(START_SECONDS, TimeUnit.SECONDS)
                    .join();
            if (line == null) throw new IllegalStateException("the Axon Server process ended before it was ready");
        } catch (CompletionException e) {
            throw new IllegalStateException("the Axon Server process was not ready in time", e);
        }
    }

    private static @Nullable String readLine(Process process) {
        try {
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            return output.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
