package io.daybook.server.crayon;

import io.daybook.server.running.Engine;
import io.daybook.server.running.EveryStory;
import io.daybook.server.running.RunningServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Crayon's stories with events in Axon Server, told to two nodes in turn: those of idempotency keys, and with
 * {@code -Ddaybook.stories=every} all but those that hold up the view of one node.
 */
class CrayonOnAxonServerIT {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.on(Engine.AXON_SERVER);

    @Nested
    @EveryStory
    class Experiments extends ExperimentStories {
        Experiments() {
            super(SERVER);
        }
    }

    @Nested
    @EveryStory
    class Scalars extends ScalarStories {
        Scalars() {
            super(SERVER);
        }
    }

    @Nested
    @EveryStory
    class Histograms extends HistogramStories {
        Histograms() {
            super(SERVER);
        }
    }

    @Nested
    @EveryStory
    class Names extends NameStories {
        Names() {
            super(SERVER);
        }
    }

    @Nested
    @EveryStory
    class Ports extends PortStories {
        Ports() {
            super(SERVER);
        }
    }

    @Nested
    @EveryStory
    class Backups extends BackupStories {
        Backups() {
            super(SERVER);
        }
    }

    @Nested
    @EveryStory
    class Restorations extends RestoreStories {
        Restorations() {
            super(SERVER);
        }
    }

    @Nested
    @EveryStory
    class Moving extends MovingStories {
        Moving() {
            super(SERVER);
        }
    }

    @Nested
    @EveryStory
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
    @EveryStory
    class Limits extends LimitStories {
        Limits() {
            super(SERVER);
        }
    }

    @Nested
    @EveryStory
    class LostViews extends LostViewStories {
        LostViews() {
            super(SERVER);
        }
    }
}
