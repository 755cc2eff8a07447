package io.daybook.server.dashboard;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import io.daybook.server.tracking.TrackingClient;
import io.daybook.testkit.http.HttpCaller;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** One browser and one server for all tests of the page; each test gets a fresh tab, and must leave it without complaints. */
final class Dashboard implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {

    private @Nullable Shared shared;
    private @Nullable Tab tab;

    /** @param seeded what the server was filled with */
    record Shared(Chromium chromium, BrowserContext context, RunningServer server, Seeded seeded)
            implements AutoCloseable {

        static Shared start() {
            Chromium chromium = Chromium.start();
            RunningServer server = RunningServer.on(Engine.SQLITE).start();
            return new Shared(chromium, chromium.browser().newContext(), server, Seeded.in(server.http()));
        }

        @Override
        public void close() {
            chromium.close();
            server.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext test) {
        shared = test.getRoot()
                .getStore(Namespace.create(Dashboard.class))
                .computeIfAbsent(Shared.class, none -> Shared.start(), Shared.class);
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        tab = beside();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        tab().close();
        if (test.getExecutionException().isEmpty()) tab().leavesNoComplaint();
    }

    Tab tab() {
        return Objects.requireNonNull(tab);
    }

    Browser browser() {
        return shared().chromium.browser();
    }

    /** One more tab. */
    Tab beside() {
        return Tab.beside(shared().context, http().base());
    }

    RunningServer server() {
        return shared().server;
    }

    HttpCaller http() {
        return server().http();
    }

    /** The id of something new. */
    long create(String path, String body) {
        return new TrackingClient(http()).create(path, body);
    }

    /** An iteration in an experiment of its own: what others look at stays as it is. */
    long iteration() {
        TrackingClient client = new TrackingClient(http());
        return client.iteration(client.experiment(client.create("/project/", "{\"name\":\"Apart\"}")));
    }

    /** How far the log has come. */
    long head() {
        return new TrackingClient(http()).head();
    }

    Seeded seeded() {
        return shared().seeded;
    }

    private Shared shared() {
        return Objects.requireNonNull(shared);
    }
}
