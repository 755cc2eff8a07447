package io.daybook.server.ops;

import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

class RebuildsOnMongoIT {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.on(Engine.MONGODB);

    @Nested
    class Rebuilding extends RebuildStories {
        Rebuilding() {
            super(SERVER);
        }
    }
}
