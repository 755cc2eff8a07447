package io.daybook.server.crayon;

import io.daybook.server.running.Deadline;
import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Crayon's stories with views in MongoDB: a process of our own, or the real server that the environment names. */
class CrayonOnMongoIT {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.on(Engine.MONGODB);

    @Nested
    class Experiments extends ExperimentStories {
        Experiments() {
            super(SERVER);
        }
    }

    @Nested
    class Scalars extends ScalarStories {
        Scalars() {
            super(SERVER);
        }
    }

    @Nested
    class Histograms extends HistogramStories {
        Histograms() {
            super(SERVER);
        }
    }

    @Nested
    class Names extends NameStories {
        Names() {
            super(SERVER);
        }
    }

    @Nested
    class Ports extends PortStories {
        Ports() {
            super(SERVER);
        }
    }

    @Nested
    class Backups extends BackupStories {
        Backups() {
            super(SERVER);
        }
    }

    @Nested
    class Restorations extends RestoreStories {
        Restorations() {
            super(SERVER);
        }
    }

    @Nested
    class Moving extends MovingStories {
        Moving() {
            super(SERVER);
        }
    }

    @Nested
    class Positions extends PositionStories {
        Positions() {
            super(SERVER);
        }
    }

    @Nested
    class Idempotency extends IdempotencyStories {
        Idempotency() {
            super(SERVER);
        }
    }

    @Nested
    class Limits extends LimitStories {
        Limits() {
            super(SERVER);
        }
    }

    @Nested
    class HeldViews extends HeldViewStories {
        HeldViews() {
            super(SERVER);
        }
    }

    @Nested
    class LostViews extends LostViewStories {
        LostViews() {
            super(SERVER);
        }

        @Test
        void a_database_that_is_dropped_under_a_running_server_comes_back_by_itself() throws Exception {
            own.dropViews();

            crayon(own).create("new").delete("new");

            Deadline.until("everything is back", () -> before.equals(whatThereIs()));
        }

        /** Nothing to compare while a view is being filled. */
        private Map<String, Map<String, String>> whatThereIs() throws IOException {
            boolean names = own.http().get("/data").send().status() == 200;
            boolean series = own.http()
                            .get("/data/scalars", "xp", "copy", "name", "long")
                            .send()
                            .status()
                    == 200;
            return names && series ? crayon(own).everything() : Map.of();
        }
    }
}
