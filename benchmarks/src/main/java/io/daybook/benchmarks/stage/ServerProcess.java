package io.daybook.benchmarks.stage;

import io.daybook.testkit.server.Site;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The jar, started as the README says: with the cache of classes that the build leaves beside it, if it is there. */
public final class ServerProcess implements AutoCloseable {

    private static final int DEADLINE_SECONDS = 120;
    private static final Pattern ADDRESS = Pattern.compile(" at http://[^:]+:(\\d+)");

    private final Process process;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private ServerProcess(Process process) {
        this.process = process;
    }

    /** Returns when it says where it listens. */
    public static ServerProcess start(Options options) throws Exception {
        List<String> command = Site.ofJar(options.jar(), options.java().toArray(String[]::new));
        command.addAll(List.of("--server.port=0", "--daybook.crayon.port=0"));
        command.add("--daybook.home=" + home(options));
        options.database().ifPresent(database -> command.add("--daybook.mongodb.uri=" + database.uri()));
        command.addAll(options.server());
        ServerProcess server = new ServerProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
        Runtime.getRuntime().addShutdownHook(new Thread(server.process::destroy));
        Thread.ofPlatform().daemon().name("server-output").start(server::listen);
        server.port();
        return server;
    }

    public static Path home(Options options) {
        return options.home().resolve("home");
    }

    public int port() throws Exception {
        return port.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    /** For how long it has kept a processor busy so far; NaN where the system does not tell. */
    public double processorSeconds() {
        return process.info()
                .totalCpuDuration()
                .map(time -> time.toNanos() / 1e9)
                .orElse(Double.NaN);
    }

    /** The same of each of its threads, by their numbers, but for those of the virtual machine; none where the system does not tell. */
    public Map<Long, Double> threadSeconds() {
        return Threads.of(process.pid());
    }

    /** What it has held at most so far, where the system tells. */
    public String memory() throws IOException {
        return status("VmHWM:");
    }

    /** The same in MiB; NaN where the system does not tell. */
    public double most() throws IOException {
        return mebibytes(memory());
    }

    /** What it holds now, in MiB; NaN where the system does not tell. */
    public double resident() throws IOException {
        return mebibytes(status("VmRSS:"));
    }

    private static double mebibytes(String status) {
        return status.endsWith(" kB") ? Long.parseLong(status.substring(0, status.length() - 3)) / 1024.0 : Double.NaN;
    }

    private String status(String name) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) return "(not known here)";
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(name.length()).strip())
                    .findFirst()
                    .orElse("(not known)");
        }
    }

    /** Has the virtual machine do something, as the JDK's tool {@code jcmd} has it. */
    public void tell(String... command) throws Exception {
        List<String> all = new ArrayList<>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        all.add(Long.toString(process.pid()));
        all.addAll(List.of(command));
        Process tool = new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.INHERIT)
                .start();
        if (!tool.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS) || tool.exitValue() != 0)
            throw new IOException("not done: " + all);
    }

    private void listen() {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) heard(line);
            port.completeExceptionally(new IllegalStateException("the server ended"));
        } catch (IOException closed) {
            port.completeExceptionally(closed);
        }
    }

    private void heard(String line) {
        System.out.println("  " + line);
        Matcher address = ADDRESS.matcher(line);
        if (address.find()) port.complete(Integer.valueOf(address.group(1)));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, DEADLINE_SECONDS, TimeUnit.SECONDS)
                .join()
                .destroyForcibly();
    }
}
