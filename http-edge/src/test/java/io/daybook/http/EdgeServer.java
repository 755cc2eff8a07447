package io.daybook.http;

import io.daybook.api.backup.Archive;
import io.daybook.api.backup.Archives;
import io.daybook.api.backup.ServerBackup;
import io.daybook.api.backup.ServerRestore;
import io.daybook.api.crayon.CrayonName;
import io.daybook.api.crayon.CrayonTarget;
import io.daybook.api.log.Checkpoints;
import io.daybook.api.log.Differences;
import io.daybook.api.log.EventLog;
import io.daybook.api.log.Freshness;
import io.daybook.api.ops.DeadLetters;
import io.daybook.api.resource.ContentStore;
import io.daybook.testkit.http.FreePort;
import io.daybook.testkit.http.HttpCaller;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.catalina.connector.Connector;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.queryhandling.QueryBus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/** The edge on a free port, in front of a {@link World}. */
public final class EdgeServer implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    /** Differs from the container's own. */
    public static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(17);

    public final World world = new World();
    public final Shelf shelf = new Shelf();
    public final ListedLog log = new ListedLog();
    public final Cellar cellar = new Cellar();
    public final Yard yard = new Yard();
    public final Undelivered letters = new Undelivered();
    public final ListedDifferences differences = new ListedDifferences();
    /** What the server thinks of itself. */
    public volatile Status health = Status.UP;

    public final TakenBackups backups = new TakenBackups();
    private final EdgeSettings.Access access;
    private final Freshness node;
    private @Nullable ConfigurableApplicationContext context;
    private @Nullable HttpCaller http;
    private @Nullable Path temporary;
    private int crayonPort;

    public EdgeServer() {
        this(new EdgeSettings.Access(false, new byte[32], List.of("*")));
    }

    public EdgeServer(EdgeSettings.Access access) {
        this(access, Freshness.ALONE);
    }

    /** @param node how it learns what others have written */
    public EdgeServer(EdgeSettings.Access access, Freshness node) {
        this.access = access;
        this.node = node;
    }

    @Override
    public void beforeAll(ExtensionContext test) throws IOException {
        crayonPort = FreePort.find();
        temporary = Files.createTempDirectory("edge");
        start(crayonPort, temporary);
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        world.clear();
        shelf.clear();
        log.clear();
        cellar.clear();
        yard.clear();
        letters.clear();
        differences.clear();
        health = Status.UP;
        backups.clear();
    }

    @Override
    public void afterAll(ExtensionContext test) {
        stop();
    }

    public void start(int crayonPort, Path temporary) {
        EdgeSettings.Limits limits = new EdgeSettings.Limits(100_000, 200_000, 100, Duration.ofSeconds(20), 3, 2);
        EdgeSettings settings = new EdgeSettings(
                "1.2.3", "crayon", crayonPort, temporary, () -> ZoneId.of("Asia/Tokyo"), access, limits);
        SpringApplication application = new SpringApplication(Wiring.class);
        Map<String, Object> properties = new HashMap<>();
        properties.putAll(Map.of("server.port", "0", "server.address", "127.0.0.1", "spring.main.banner-mode", "off"));
        properties.put("server.tomcat.connection-timeout", CONNECTION_TIMEOUT);
        properties.put("logging.level.org.springframework.web.servlet.PageNotFound", "error");
        application.setDefaultProperties(properties);
        application.setRegisterShutdownHook(false);
        application.addInitializers(fresh -> provide((GenericApplicationContext) fresh, settings));
        context = application.run();
        http = new HttpCaller(port());
    }

    private void provide(GenericApplicationContext fresh, EdgeSettings settings) {
        fresh.registerBean(EdgeSettings.class, () -> settings);
        fresh.registerBean(CommandBus.class, () -> world.commands);
        fresh.registerBean(QueryBus.class, () -> world.queries);
        fresh.registerBean(Archives.class, () -> shelf);
        fresh.registerBean(ServerBackup.class, () -> backups::write);
        fresh.registerBean(ServerRestore.class, () -> backups::restore);
        fresh.registerBean(EventLog.class, () -> log);
        fresh.registerBean(Freshness.class, () -> node);
        fresh.registerBean(Differences.class, () -> differences);
        fresh.registerBean(Checkpoints.class, () -> log.new Heads());
        fresh.registerBean(ContentStore.class, () -> cellar);
        fresh.registerBean(Yard.class, () -> yard);
        fresh.registerBean(DeadLetters.class, () -> letters);
        fresh.registerBean(
                HealthIndicator.class, () -> () -> Health.status(health).build());
    }

    public void stop() {
        if (http != null) http.close();
        if (context != null) context.close();
    }

    public int port() {
        ServletWebServerApplicationContext web = (ServletWebServerApplicationContext) running();
        return web.getWebServer().getPort();
    }

    /** What listens at the ports. */
    public List<Connector> connectors() {
        ServletWebServerApplicationContext web = (ServletWebServerApplicationContext) running();
        TomcatWebServer server = (TomcatWebServer) web.getWebServer();
        return List.of(server.getTomcat().getService().findConnectors());
    }

    public int crayonPort() {
        return crayonPort;
    }

    public HttpCaller http() {
        if (http == null) throw new IllegalStateException("not started");
        return http;
    }

    public <T> T bean(Class<T> type) {
        return running().getBean(type);
    }

    /** How many uploads lie about. */
    public int uploads() {
        if (temporary == null) return 0;
        String[] names = temporary.toFile().list();
        return names == null ? 0 : names.length;
    }

    private ConfigurableApplicationContext running() {
        if (context == null) throw new IllegalStateException("not started");
        return context;
    }

    /** Sends bytes as they are, and reads until the server closes. */
    public String raw(int port, String request) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(HttpEdge.class)
    static class Wiring {}

    /** Archives that hold what a test says. */
    public static final class Shelf implements Archives {

        public @Nullable Archive opened;
        public byte[] written = {};
        public byte[] uploaded = {};
        public boolean torn;
        public long upTo;

        void clear() {
            opened = null;
            written = new byte[] {};
            uploaded = new byte[] {};
            torn = false;
        }

        @Override
        public void write(CrayonName name, CrayonTarget experiment, long upTo, OutputStream out) throws IOException {
            this.upTo = upTo;
            try (out) {
                out.write(written);
                if (torn) throw new IOException("the log cannot be read");
            }
        }

        @Override
        public Archive open(Path zip) throws IOException {
            uploaded = Files.readAllBytes(zip);
            return opened == null ? new Archive.Broken("the zip is broken at its first entry") : opened;
        }
    }
}
