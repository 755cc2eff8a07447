package io.daybook.server.start;

import io.daybook.server.running.Deadline;
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
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String JAR =
            Path.of("target", "daybook.jar").toAbsolutePath().toString();

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

    /** The one jar, as somebody starts it whose shell stands in a folder. */
    public static Launched jar(Path folder, String... settings) throws IOException {
        List<String> command = command(JAR, settings);
        command.add(1, "-jar");
        return started(new ProcessBuilder(command).directory(folder.toFile()));
    }

    private static ProcessBuilder builder(String heap, String... settings) {
        List<String> machine = List.of("-Xmx" + heap, "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED");
        List<String> command = command("io.daybook.server.Daybook", settings);
        command.addAll(1, machine);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().put("DAYBOOK_NONSENSE", "environments hold all kinds of things");
        return builder;
    }

    private static List<String> command(String program, String... settings) {
        List<String> command = new ArrayList<>();
        command.add(JAVA);
        command.add(program);
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
        Deadline.until("the server has started or ended", () -> !process.isAlive() || portIn(text()) > 0);
        int port = portIn(text());
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

    List<String> lines() throws IOException {
        return Files.readAllLines(output);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(output);
    }
}
