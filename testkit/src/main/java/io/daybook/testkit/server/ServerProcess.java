package io.daybook.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.testkit.http.HttpCaller;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A running server. What it prints is appended to a file. */
public final class ServerProcess implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("Daybook \\S+ at (http://[0-9.:]+)");
    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final CompletableFuture<URI> address = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    private ServerProcess(Process process) {
        this.process = process;
    }

    static ServerProcess start(List<String> command, Path output) throws IOException {
        var server = new ServerProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
        Thread.ofVirtual().start(() -> server.follow(output));
        // nobody else would end it when this process is ended
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }

    /** Where it answers, once it does. */
    public URI address() {
        try {
            return address.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            process.destroyForcibly();
            throw new AssertionError("the server did not start", failure);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** A client that speaks to it, of the caller's own. */
    public HttpCaller http() {
        return new HttpCaller(address().getPort());
    }

    /** Of a process that ends by itself. */
    public int exitCode() {
        awaitEnd();
        return process.exitValue();
    }

    /** The most memory that it ever had resident, where the operating system tells. */
    public String peakMemory() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) return "(not known here)";
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> line.substring(6).strip())
                .findFirst()
                .orElse("(not known)");
    }

    /** As {@code kill -9}, at once. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** As {@code kill}, which lets it finish what it accepted. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    /** Its folder is nobody's afterwards. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) throw new AssertionError("the server lives on");
            ended.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new AssertionError("the server's output does not end", failure);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void follow(Path output) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
                BufferedWriter file =
                        Files.newBufferedWriter(output, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                file.write(line);
                file.newLine();
                file.flush();
                Matcher found = ADDRESS.matcher(line);
                if (found.find()) address.complete(URI.create(found.group(1)));
            }
        } catch (IOException broken) {
            address.completeExceptionally(broken);
        } finally {
            address.completeExceptionally(new IllegalStateException("it ended before it answered, see " + output));
            ended.complete(null);
        }
    }

    private static AssertionError interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new AssertionError("interrupted", e);
    }
}
