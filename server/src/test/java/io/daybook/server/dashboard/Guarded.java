package io.daybook.server.dashboard;

import com.microsoft.playwright.Browser.NewContextOptions;
import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import io.daybook.server.tracking.TrackingClient;
import io.daybook.testkit.http.FreePort;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server that wants to know who looks, on a port that it keeps. It has a project, Secret, which {@code reader} may read,
 * and one, Hidden, which they may not. One for all classes of tests.
 */
final class Guarded implements BeforeAllCallback {

    static final String ADMIN = "default";
    static final String ADMINS_WORD = "open sesame";
    static final String READER = "reader";
    static final String READERS_WORD = "just looking";

    private final Dashboard dashboard;
    private @Nullable Shared shared;

    Guarded(Dashboard dashboard) {
        this.dashboard = dashboard;
    }

    /** @param running an iteration that has not ended, and has a loss of 4, a tag and notes */
    record Secret(long project, long experiment, long running, long model) {

        static Secret of(TrackingClient admin) {
            long project = admin.create("/project/", "{\"name\":\"Secret\"}");
            admin.create("/project/", "{\"name\":\"Hidden\"}");
            letRead(admin, project);
            long experiment = admin.create("/experiment/project/" + project, "{\"status_id\":1,\"name\":\"Runs\"}");
            long running = admin.iteration(experiment);
            admin.metric(running, "{\"key\":\"loss\",\"value\":4}");
            admin.create("/tag/iteration/" + running, "{\"value\":\"kept\"}");
            admin.patch("/iteration/" + running, "{\"notes\":\"as planned\"}");
            long model = admin.create("/model/project/" + project, "{\"name\":\"guesser\"}");
            admin.create("/modelversion/model/" + model, "{\"iteration_id\":" + running + "}");
            endOne(admin, experiment);
            admin.metric(running, "{\"key\":\"loss\",\"value\":4}");
            return new Secret(project, experiment, running, model);
        }

        private static void endOne(TrackingClient admin, long experiment) {
            String end = "{\"status_id\":3,\"end_date\":\"2026-06-23T13:07:27\",\"error_message\":\"diverged\"}";
            admin.patch("/iteration/" + admin.iteration(experiment), end);
        }

        private static void letRead(TrackingClient admin, long project) {
            long user = admin.create(
                    "/user/",
                    "{\"first_name\":\"\",\"last_name\":\"\",\"username\":\"reader\",\"password\":\"just looking\"}");
            admin.create(
                    "/userpermission/user/" + user + "/project/" + project,
                    "{\"create_permission\":false,\"read_permission\":true,\"update_permission\":false,\"delete_permission\":false}");
        }
    }

    private record Shared(RunningServer server, Secret secret) implements AutoCloseable {

        static Shared start() {
            RunningServer server = RunningServer.on(Engine.SQLITE)
                    .with("server.port", "" + FreePort.find())
                    .with("daybook.auth.enabled", "true")
                    .with("daybook.auth.secret", "a secret that only this test knows, 7f3a91c2")
                    .with("daybook.auth.first-password", ADMINS_WORD)
                    .start();
            return new Shared(server, Secret.of(admin(server)));
        }

        @Override
        public void close() {
            server.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext test) {
        shared = test.getRoot()
                .getStore(Namespace.create(Guarded.class))
                .computeIfAbsent(Shared.class, none -> Shared.start(), Shared.class);
    }

    private Shared shared() {
        return Objects.requireNonNull(shared);
    }

    RunningServer server() {
        return shared().server;
    }

    Secret secret() {
        return shared().secret;
    }

    TrackingClient admin() {
        return admin(server());
    }

    private static TrackingClient admin(RunningServer server) {
        String answer = server.http()
                .post("/auth")
                .body("{\"username\":\"" + ADMIN + "\",\"password\":\"" + ADMINS_WORD + "\"}")
                .answers(200)
                .text();
        String token = JsonMapper.shared().readTree(answer).get("access_token").asString();
        return new TrackingClient(server.http(), "Bearer " + token);
    }

    /** In a browser where nobody has signed in. */
    Tab open() {
        return Tab.fresh(dashboard.browser(), server().http().base(), new NewContextOptions());
    }

    Tab reader(String path) {
        return signedIn(path, READER, READERS_WORD);
    }

    Tab admin(String path) {
        return signedIn(path, ADMIN, ADMINS_WORD);
    }

    private Tab signedIn(String path, String name, String password) {
        Tab tab = open().at(path);
        signIn(tab, name, password);
        return tab;
    }

    static void signIn(Tab tab, String name, String password) {
        tab.find("input[name=username]").fill(name);
        tab.find("input[name=password]").fill(password);
        tab.find("button:has-text('Sign in')").click();
    }
}
