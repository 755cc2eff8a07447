package io.daybook.server.tracking;

import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The tracking API's stories with views in the embedded file. */
class TrackingOnSqliteIT {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.on(Engine.SQLITE);

    @Nested
    class Projects extends TrackingStories {
        Projects() {
            super(SERVER);
        }
    }
}
