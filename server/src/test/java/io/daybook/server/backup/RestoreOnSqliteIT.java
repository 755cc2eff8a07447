package io.daybook.server.backup;

import io.daybook.server.running.Engine;

class RestoreOnSqliteIT extends RestoreStories {

    @Override
    Engine engine() {
        return Engine.SQLITE;
    }
}
