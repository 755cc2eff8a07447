package io.daybook.testkit.fault.passing;

import io.daybook.testkit.fault.scene.Scene;
import io.daybook.testkit.server.LockedViews;
import io.daybook.testkit.server.ServerProcess;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Another program holds the views' file, so that no projection gets on. */
public final class HeldViews extends Passing {

    private Path home = Path.of("");
    private @Nullable LockedViews other;

    public HeldViews() {
        super(false);
    }

    @Override
    public String name() {
        return "projections stopped by another program that locks the views, and let go";
    }

    @Override
    boolean stopsViews() {
        return true;
    }

    @Override
    void prepare(Scene scene) {
        home = scene.home();
    }

    @Override
    void begin(ServerProcess server) throws SQLException {
        other = LockedViews.of(home);
    }

    @Override
    void end(ServerProcess server) throws SQLException {
        tidy();
    }

    @Override
    void tidy() throws SQLException {
        if (other != null) other.close();
        other = null;
    }
}
