package io.daybook.server.crayon;

import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Crayon's stories with events in Axon Server, told to two nodes in turn; without those that hold up the view of one. */
class CrayonOnAxonServerIT {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.on(Engine.AXON_SERVER);

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
    class LostViews extends LostViewStories {
        LostViews() {
            super(SERVER);
        }
    }
}
