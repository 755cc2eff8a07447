package io.daybook.server.running;

import io.daybook.server.Daybook;
import io.daybook.testkit.cluster.AxonSettings;
import io.daybook.testkit.http.FreePort;
import io.daybook.testkit.http.HttpCaller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The program in this process, on free ports and in a folder of its own. It can be stopped and started again in the same
 * folder. As an extension of a test class it runs as long as the class and those nested in it.
 */
public final class RunningServer implements BeforeAllCallback, AfterAllCallback, AutoCloseable {

    /** A busy machine makes views late, which is no reason to fail: being stale is. */
    private static final String PATIENCE = "25s";

    private final Engine engine;
    private final Path home;
    private final Map<String, String> settings = new HashMap<>();
    private final List<Run> nodes = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private int users;

    private record Run(ConfigurableApplicationContext context, HttpCaller http, HttpCaller crayon) {}

    private RunningServer(Engine engine, Path home, Map<String, String> place) {
        this.engine = engine;
        this.home = home;
        settings.put("server.port", "0");
        settings.put("daybook.read.wait", PATIENCE);
        settings.putAll(place);
    }

    /** Not started yet. */
    public static RunningServer on(Engine engine) {
        Path home = emptyHome();
        return new RunningServer(engine, home, engine.settings(home));
    }

    /** Two nodes on an Axon Server that is there, with what it holds; not started yet. */
    public static RunningServer sharing(String address) {
        return new RunningServer(Engine.AXON_SERVER, emptyHome(), AxonSettings.of(address));
    }

    private static Path emptyHome() {
        try {
            return Files.createTempDirectory("daybook");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** One more, with nothing in it, whose views live where this one's do. Not started yet. */
    public RunningServer another() {
        Path home = emptyHome();
        return new RunningServer(engine, home, engine.settingsOfAnother(home));
    }

    public RunningServer with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    public RunningServer start() {
        try {
            while (nodes.size() < engine.nodes()) nodes.add(node(nodes.size()));
            return this;
        } catch (RuntimeException refused) {
            stop();
            throw refused;
        }
    }

    private Run node(int number) {
        int port = FreePort.find();
        List<String> arguments = new ArrayList<>();
        arguments.add("--daybook.home=" + home(number));
        if (!settings.containsKey("daybook.crayon.port")) arguments.add("--daybook.crayon.port=" + port);
        settings.forEach((setting, value) -> arguments.add("--" + setting + "=" + value));
        SpringApplication application = new SpringApplication(Daybook.class);
        application.setRegisterShutdownHook(false);
        ConfigurableApplicationContext context = application.run(arguments.toArray(String[]::new));
        return new Run(context, new HttpCaller(mainPort(context)), new HttpCaller(port));
    }

    public void stop() {
        for (Run node : nodes) {
            node.http.close();
            node.crayon.close();
            node.context.close();
        }
        nodes.clear();
    }

    public void restart() {
        stop();
        start();
    }

    /** Throws the views away: the folder of a server that is stopped, or the database of any. */
    public void dropViews() {
        for (int number = 0; number < engine.nodes(); number++) engine.dropViews(home(number), settings);
    }

    /** The port that serves everything; of several nodes, each time another one's. */
    public HttpCaller http() {
        return next().http;
    }

    /** The port that serves Crayon's routes alone. */
    public HttpCaller crayon() {
        return next().crayon;
    }

    /** Of the first node. */
    public <T> T bean(Class<T> type) {
        return running().getFirst().context.getBean(type);
    }

    public Engine engine() {
        return engine;
    }

    public Path home() {
        return home;
    }

    private Path home(int number) {
        return number == 0 ? home : home.resolve("node-" + number);
    }

    private Run next() {
        return running().get(turn.getAndIncrement() % nodes.size());
    }

    private List<Run> running() {
        if (nodes.isEmpty()) throw new IllegalStateException("the server is not running");
        return nodes;
    }

    private static int mainPort(ConfigurableApplicationContext context) {
        return ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    /** Called for nested classes, too. */
    @Override
    public void beforeAll(ExtensionContext test) {
        if (users++ == 0) start();
    }

    @Override
    public void afterAll(ExtensionContext test) {
        if (--users == 0) close();
    }

    @Override
    public void close() {
        stop();
        Folders.delete(home);
    }
}
