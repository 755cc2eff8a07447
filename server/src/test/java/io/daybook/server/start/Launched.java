package io.daybook.server.start;

import io.daybook.server.running.Deadline;
import io.daybook.testkit.server.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program in a process of its own, as an operator starts it. */
public final class Launched implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Daybook \\S+ at http://[^ ]+?:([0-9]+)[, ]");
    private static final int SECONDS = 60;
    private static final Path JAR = Path.of("target", "daybook.jar").toAbsolutePath();

    private final Process process;
    private final Path output;

    private Launched(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    public static Launched with(String... settings) throws IOException {
        return within("256m", settings);
    }

    /** @param heap what the virtual machine may use at most, as it is told */
    public static Launched within(String heap, String... settings) throws IOException {
        return started(builder(heap, settings));
    }

    /** @param environment settings as environment variables */
    static Launched in(Map<String, String> environment, String... settings) throws IOException {
        ProcessBuilder builder = builder("256m", settings);
        builder.environment().putAll(environment);
        return started(builder);
    }

    /** As somebody starts it whose shell stands in a folder. */
    public static Launched from(Path folder, String... settings) throws IOException {
        return started(new ProcessBuilder(command(Site.ofJar(JAR), settings)).directory(folder.toFile()));
    }

    private static ProcessBuilder builder(String heap, String... settings) {
        List<String> program = Site.ofJar(JAR, "-Xmx" + heap, "-XX:TieredStopAtLevel=1");
        ProcessBuilder builder = new ProcessBuilder(command(program, settings));
        builder.environment().put("DAYBOOK_NONSENSE", "environments hold all kinds of things");
        return builder;
    }

    private static List<String> command(List<String> program, String... settings) {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(settings));
        return command;
    }

    private static Launched started(ProcessBuilder builder) throws IOException {
        Path output = Files.createTempFile("daybook", ".output");
        return new Launched(
                builder.redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start(),
                output);
    }

    /** The port of the API, once it is served. */
    public int port() throws Exception {
        Deadline.until("the server has started or ended", () -> !process.isAlive() || portIn(whole()) > 0);
        int port = portIn(whole());
        if (port == 0) throw new AssertionError("the server did not start: " + text());
        return port;
    }

    private static int portIn(String text) {
        Matcher line = PORT.matcher(text);
        return line.find() ? Integer.parseInt(line.group(1)) : 0;
    }

    public long pid() {
        return process.pid();
    }

    /** As {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        exitCode();
    }

    /** As {@code kill} does. */
    void terminate() {
        process.destroy();
    }

    /** Stops it, and waits until it has ended. */
    public void end() throws InterruptedException {
        terminate();
        exitCode();
    }

    public int exitCode() throws InterruptedException {
        if (process.waitFor(SECONDS, TimeUnit.SECONDS)) return process.exitValue();
        throw new AssertionError("the server does not end");
    }

    public String text() throws IOException {
        return Files.readString(output);
    }

    /** Those that were written to their end. */
    List<String> lines() throws IOException {
        return whole().lines().toList();
    }

    private String whole() throws IOException {
        String text = text();
        return text.substring(0, text.lastIndexOf('\n') + 1);
    }

    /** Its folder is nobody's afterwards. */
    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        process.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join();
        Files.deleteIfExists(output);
    }
}
