package io.daybook.benchmarks.mlflow;

import io.daybook.benchmarks.client.Connection;
import io.daybook.benchmarks.client.Requests;
import io.daybook.benchmarks.stage.Options;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** MLflow's server on SQLite, started as its users start it. */
final class MlflowProcess implements AutoCloseable {

    private static final long DEADLINE_SECONDS = 180;
    private static final long PATIENCE_SECONDS = 20;
    private static final long PAUSE_MILLIS = 100;

    private final Process process;
    private final int port;

    private MlflowProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    int port() {
        return port;
    }

    /** Which one there is here, if any. */
    static Optional<String> version(Options options) throws Exception {
        try {
            Process asked = new ProcessBuilder(options.mlflow(), "--version")
                    .redirectError(Redirect.DISCARD)
                    .start();
            if (!asked.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) asked.destroyForcibly();
            String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return said.isBlank() ? Optional.empty() : Optional.of(said.strip().replaceFirst(".* ", ""));
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    static MlflowProcess start(Options options) throws Exception {
        Path home = Files.createDirectories(options.home().resolve("mlflow").toAbsolutePath());
        int port = free();
        ProcessBuilder builder = new ProcessBuilder(
                options.mlflow(),
                "server",
                "--backend-store-uri=sqlite:///" + home.resolve("mlflow.db"),
                "--artifacts-destination=" + home.resolve("artifacts"),
                "--host=127.0.0.1",
                "--port=" + port);
        // it would tell its makers what is done with it
        builder.environment().put("MLFLOW_DISABLE_TELEMETRY", "true");
        // nothing is asked of its queue of jobs, whose processes outlive it
        builder.environment().put("MLFLOW_SERVER_ENABLE_JOB_EXECUTION", "false");
        builder.directory(home.toFile()).redirectErrorStream(true);
        MlflowProcess server = new MlflowProcess(
                builder.redirectOutput(home.resolve("log").toFile()).start(), port);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        server.await();
        return server;
    }

    private static int free() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private void await() throws Exception {
        long begin = System.nanoTime();
        while (!isHealthy()) {
            if (!process.isAlive() || System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS)) {
                close();
                throw new IOException("MLflow did not start: its output is in mlflow/log of --home=");
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private boolean isHealthy() {
        try (Connection connection = new Connection(port)) {
            return !connection.exchange(Requests.HEALTH).refused();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** With the processes that it started. */
    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        process.onExit()
                .completeOnTimeout(process, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
