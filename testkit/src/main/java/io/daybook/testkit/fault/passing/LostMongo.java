package io.daybook.testkit.fault.passing;

import io.daybook.testkit.fault.scene.Scene;
import io.daybook.testkit.mongodb.MongoProcess;
import io.daybook.testkit.server.ServerProcess;
import io.daybook.testkit.server.Site;
import org.jspecify.annotations.Nullable;

/** The views' database is killed, and comes back with nothing in it. */
public final class LostMongo extends Passing {

    private @Nullable MongoProcess mongodb;

    public LostMongo() {
        super(false);
    }

    @Override
    public String name() {
        return "MongoDB killed, and back without what it held";
    }

    @Override
    boolean stopsViews() {
        return true;
    }

    @Override
    void prepare(Scene scene) {
        mongodb = MongoProcess.start();
    }

    private MongoProcess running() {
        if (mongodb == null) throw new IllegalStateException("not started");
        return mongodb;
    }

    @Override
    Site site(Scene scene) {
        return scene.site(running().uri("daybook_faults"));
    }

    @Override
    void begin(ServerProcess server) {
        running().kill();
    }

    @Override
    void end(ServerProcess server) {
        mongodb = running().again();
    }

    @Override
    void tidy() {
        running().close();
    }
}
