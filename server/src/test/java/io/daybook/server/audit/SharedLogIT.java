package io.daybook.server.audit;

import io.daybook.server.running.Deadline;
import io.daybook.server.running.RunningServer;
import io.daybook.testkit.axonserver.AxonServer;
import io.daybook.testkit.axonserver.AxonServerSettings;
import io.daybook.testkit.http.HttpCaller;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody alters what Axon Server holds. */
class SharedLogIT {

    @TempDir
    private Path folder;

    @Test
    @Tag("ops-4.verify.server")
    void verify_finds_an_event_that_was_changed_or_is_missing_in_the_server() throws Exception {
        AxonServerSettings settings = AxonServerSettings.in(folder);
        AxonServer store = AxonServer.start(settings);
        int port = store.port();
        try (RunningServer nodes = RunningServer.sharing(store.address()).start()) {
            for (int i = 0; i < 10; i++)
                nodes.http().post("/data").body("\"" + i + "\"").answers(200);
            for (int node = 0; node < 2; node++) verified(nodes.http(), "\"verified\":true");

            store = changed(
                    store,
                    settings.at(port),
                    "UPDATE events SET timestamp = timestamp, event ="
                            + " (SELECT event FROM events WHERE token = 3) WHERE token = 6");
            for (int node = 0; node < 2; node++) {
                verified(nodes.http(), "\"first_bad\":7,\"reason\":\"SERVER: another event\"");
            }
            store = changed(store, settings.at(port), "DELETE FROM events WHERE token = 4");
            verified(nodes.http(), "\"first_bad\":5,\"reason\":\"SERVER: no such event\"");
            nodes.http().get("/audit/verify", "to", "4").answers(200).says("\"verified\":true");
        } finally {
            store.close();
        }
    }

    private AxonServer changed(AxonServer store, AxonServerSettings settings, String sql) throws Exception {
        store.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("axon-server.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return AxonServer.start(settings);
    }

    /** Once the node has found the server again. */
    private static void verified(HttpCaller node, String verdict) throws Exception {
        Deadline.until(
                "the node answers", () -> node.get("/audit/verify").send().status() == 200);
        node.get("/audit/verify").answers(200).says(verdict);
    }
}
