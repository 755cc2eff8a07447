package io.daybook.server.backup;

import io.daybook.server.running.Engine;

class RestoreOnMongoIT extends RestoreStories {

    @Override
    Engine engine() {
        return Engine.MONGODB;
    }
}
