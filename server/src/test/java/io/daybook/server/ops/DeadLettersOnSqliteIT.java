package io.daybook.server.ops;

import io.daybook.server.running.Engine;
import io.daybook.server.running.RunningServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeadLettersOnSqliteIT {

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.on(Engine.SQLITE);

    @Nested
    class DeadLetters extends DeadLetterStories {
        DeadLetters() {
            super(SERVER);
        }
    }
}
