package io.daybook.testkit.process;

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

/**
 * A program of this class path in a process of its own, which prints one line once it serves. It outlives what is being
 * tested, and ends with this process, as its standard input does.
 */
public final class ServingProcess implements AutoCloseable {

    /** Nobody reads the process's output behind its first line, so that a log would fill the pipe and stop it. */
    private static final List<String> SILENT = List.of(
            "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider", "-Dslf4j.internal.verbosity=WARN");

    private static final int START_SECONDS = 60;
    private static final int STOP_SECONDS = 10;

    private final Process process;
    private final String firstLine;

    private ServingProcess(Process process, String firstLine) {
        this.process = process;
        this.firstLine = firstLine;
    }

    /**
     * Waits until it serves.
     *
     * @param heap that it may have at most, as the virtual machine is told
     */
    public static ServingProcess start(Class<?> main, String heap, List<String> arguments) {
        try {
            Process process = launch(main, heap, arguments);
            try {
                return new ServingProcess(process, firstLine(process, main.getSimpleName()));
            } catch (RuntimeException e) {
                process.destroyForcibly();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String firstLine() {
        return firstLine;
    }

    /** As {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
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

    private static Process launch(Class<?> main, String heap, List<String> arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(
                List.of(java, "-Xmx" + heap, "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(SILENT);
        command.add(main.getName());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        // by the environment, as a class path may be longer than a command line
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static String firstLine(Process process, String name) {
        try {
            String line = CompletableFuture.supplyAsync(() -> readLine(process))
                    .orTimeout(START_SECONDS, TimeUnit.SECONDS)
                    .join();
            if (line == null) throw new IllegalStateException(name + " ended before it was ready");
            return line;
        } catch (CompletionException e) {
            throw new IllegalStateException(name + " was not ready in time", e);
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
