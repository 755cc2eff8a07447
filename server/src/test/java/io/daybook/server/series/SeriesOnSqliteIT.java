package io.daybook.server.series;

import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

class SeriesOnSqliteIT {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.on(Engine.SQLITE);

    @Nested
    class Series extends SeriesStories {
        Series() {
            super(SERVER);
        }
    }
}
