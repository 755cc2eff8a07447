package io.daybook.server.series;

import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

class SeriesOnAxonServerIT {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.on(Engine.AXON_SERVER);

    @Nested
    class Series extends SeriesStories {
        Series() {
            super(SERVER);
        }
    }
}
