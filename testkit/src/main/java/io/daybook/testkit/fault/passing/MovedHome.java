package io.daybook.testkit.fault.passing;

import io.daybook.testkit.fault.scene.Scene;
import io.daybook.testkit.server.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is open stays so; nothing new can be made. */
public final class MovedHome extends Passing {

    private Path home = Path.of("");

    public MovedHome() {
        super(false);
    }

    @Override
    public String name() {
        return "folder moved away under the server, and back";
    }

    @Override
    void prepare(Scene scene) {
        home = scene.home();
    }

    @Override
    void begin(ServerProcess server) throws Exception {
        Files.move(home, home.resolveSibling("elsewhere"));
    }

    @Override
    void end(ServerProcess server) throws Exception {
        Files.move(home.resolveSibling("elsewhere"), home);
    }
}
