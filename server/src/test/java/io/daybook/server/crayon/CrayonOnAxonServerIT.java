package io.daybook.server.crayon;

import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Crayon's stories with events in Axon Server, told to two nodes in turn: those of idempotency keys, and with
 * {@code -Ddaybook.stories=every} all but those that hold up the view of one node.
 */
class CrayonOnAxonServerIT {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.on(Engine.AXON_SERVER);

    @Nested
    @EnabledIfSystemProperty(named = "daybook.stories", matches = "every")
    class Experiments extends ExperimentStories {
        Experiments() {
            super(SERVER);
        }
    }

    @Nested
    @EnabledIfSystemProperty(named = "daybook.stories", matches = "every")
    class Scalars extends ScalarStories {
        Scalars() {
            super(SERVER);
        }
    }

    @Nested
    @EnabledIfSystemProperty(named = "daybook.stories", matches = "every")
    class Histograms extends HistogramStories {
        Histograms() {
            super(SERVER);
        }
    }

    @Nested
    @EnabledIfSystemProperty(named = "daybook.stories", matches = "every")
    class Names extends NameStories {
        Names() {
            super(SERVER);
        }
    }

    @Nested
    @EnabledIfSystemProperty(named = "daybook.stories", matches = "every")
    class Ports extends PortStories {
        Ports() {
            super(SERVER);
        }
    }

    @Nested
    @EnabledIfSystemProperty(named = "daybook.stories", matches = "every")
    class Backups extends BackupStories {
        Backups() {
            super(SERVER);
        }
    }

    @Nested
    @EnabledIfSystemProperty(named = "daybook.stories", matches = "every")
    class Restorations extends RestoreStories {
        Restorations() {
            super(SERVER);
        }
    }

    @Nested
    @EnabledIfSystemProperty(named = "daybook.stories", matches = "every")
    class Moving extends MovingStories {
        Moving() {
            super(SERVER);
        }
    }

    @Nested
    @EnabledIfSystemProperty(named = "daybook.stories", matches = "every")
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
    @EnabledIfSystemProperty(named = "daybook.stories", matches = "every")
    class Limits extends LimitStories {
        Limits() {
            super(SERVER);
        }
    }

    @Nested
    @EnabledIfSystemProperty(named = "daybook.stories", matches = "every")
    class LostViews extends LostViewStories {
        LostViews() {
            super(SERVER);
        }
    }
}
