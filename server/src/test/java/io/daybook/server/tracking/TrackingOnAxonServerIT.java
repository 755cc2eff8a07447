package io.daybook.server.tracking;

import io.daybook.server.running.Engine;
import io.daybook.server.running.EveryStory;
import io.daybook.server.running.RunningServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The tracking API's stories with events in Axon Server, told to two nodes in turn: what races there, and all of them with
 * {@code -Ddaybook.stories=every}.
 */
class TrackingOnAxonServerIT {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.on(Engine.AXON_SERVER);

    @Nested
    @EveryStory
    class Projects extends TrackingStories {
        Projects() {
            super(SERVER);
        }
    }

    @Nested
    @EveryStory
    class Runs extends RunStories {
        Runs() {
            super(SERVER);
        }
    }

    @Nested
    class Races extends RaceStories {
        Races() {
            super(SERVER);
        }
    }

    @Nested
    @EveryStory
    class OwnWrites extends OwnWriteStories {
        OwnWrites() {
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

    @Nested
    @EveryStory
    class Pins extends PinStories {
        Pins() {
            super(SERVER);
        }
    }
}
