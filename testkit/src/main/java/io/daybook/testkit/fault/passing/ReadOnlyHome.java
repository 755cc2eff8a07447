package io.daybook.testkit.fault.passing;

import io.daybook.testkit.fault.scene.Scene;
import io.daybook.testkit.server.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The folder loses its permission to write. What is open stays so; nothing new can be made. */
public final class ReadOnlyHome extends Passing {

    private Path home = Path.of("");

    public ReadOnlyHome() {
        super(false);
    }

    @Override
    public String name() {
        return "folder made read-only, and writable again";
    }

    @Override
    public Optional<String> missing() {
        boolean root = "root".equals(System.getProperty("user.name"));
        return root ? Optional.of("root may write to read-only folders, too") : Optional.empty();
    }

    @Override
    void prepare(Scene scene) {
        home = scene.home();
    }

    @Override
    void begin(ServerProcess server) throws Exception {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("r-xr-xr-x"));
    }

    @Override
    void end(ServerProcess server) throws Exception {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
