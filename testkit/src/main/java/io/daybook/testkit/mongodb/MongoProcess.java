package io.daybook.testkit.mongodb;

import io.daybook.testkit.http.FreePort;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A server that speaks MongoDB's protocol, in a process of its own, which outlives what is being tested and ends with
 * this one; or a real server, when the environment names one.
 */
public final class MongoProcess implements AutoCloseable {

    /** The environment variable with a real server's address. */
    public static final String REAL = "DAYBOOK_TEST_MONGODB_URI";

    /** Nobody reads the process's output behind its first line, so that a log would fill the pipe and stop it. */
    private static final List<String> SILENT = List.of(
            "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider", "-Dslf4j.internal.verbosity=WARN");

    private static final String HEAP = "512m";
    private static final int START_SECONDS = 60;
    private static final int STOP_SECONDS = 10;
    private static final Pattern ADDRESS = Pattern.compile("(mongodb(?:\\+srv)?://[^/?]+)(?:/[^?]*)?(\\?.*)?");

    private final String uri;
    private final @Nullable Process process;

    private MongoProcess(String uri, @Nullable Process process) {
        this.uri = uri;
        this.process = process;
        System.out.println("Tests of MongoDB run on "
                + (process == null ? "the real server that " + REAL + " names" : "mongo-java-server at " + uri));
    }

    /** The real server that the environment names, else a process of our own. */
    public static MongoProcess orReal() {
        return orReal(HEAP);
    }

    /** @param heap that the process may have at most, as the virtual machine is told */
    public static MongoProcess orReal(String heap) {
        String real = System.getenv(REAL);
        return real == null || real.isBlank() ? start(0, heap) : new MongoProcess(real, null);
    }

    /** One that can be killed, and started {@link #again} where it was. */
    public static MongoProcess start() {
        return start(FreePort.find(), HEAP);
    }

    private static MongoProcess start(int port, String heap) {
        try {
            Process process = launch(port, heap);
            try {
                return new MongoProcess(firstLine(process), process);
            } catch (RuntimeException e) {
                process.destroyForcibly();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it was there before, and stays. */
    public boolean isReal() {
        return process == null;
    }

    /** The server's address, which may name a database. */
    public String uri() {
        return uri;
    }

    /** The server's address with that database. */
    public String uri(String database) {
        Matcher parts = ADDRESS.matcher(uri);
        if (!parts.matches()) throw new IllegalStateException("no address of a MongoDB server: " + uri);
        return parts.group(1) + "/" + database + (parts.group(2) == null ? "" : parts.group(2));
    }

    /** As {@code kill -9}; not for a real server. */
    public void kill() {
        if (process == null) throw new IllegalStateException("a real server is left alone");
        process.destroyForcibly();
        process.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
    }

    /** After a kill: one at the same address, which holds nothing. */
    public MongoProcess again() {
        return start(URI.create(uri).getPort(), HEAP);
    }

    /** Ends the process, and forgets what it held. A real server is left as it is. */
    @Override
    public void close() {
        if (process == null) return;
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static Process launch(int port, String heap) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-Xmx" + heap, "-XX:TieredStopAtLevel=1"));
        command.addAll(SILENT);
        command.add(MongoMain.class.getName());
        command.add(Integer.toString(port));
        ProcessBuilder builder = new ProcessBuilder(command);
        // by the environment, as a class path may be longer than a command line
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static String firstLine(Process process) {
        try {
            String line = CompletableFuture.supplyAsync(() -> readLine(process))
                    .orTimeout(START_SECONDS, TimeUnit.SECONDS)
                    .join();
            if (line == null) throw new IllegalStateException("the MongoDB process ended before it was ready");
            return line;
        } catch (CompletionException e) {
            throw new IllegalStateException("the MongoDB process was not ready in time", e);
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
