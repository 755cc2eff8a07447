package io.daybook.testkit.fault.passing;

import io.daybook.testkit.fault.scene.Scene;
import io.daybook.testkit.server.ServerProcess;
import io.daybook.testkit.server.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder loses its permission to write. What is open stays so; nothing new can be made. */
public final class ReadOnlyHome extends Passing {

    /** Root may write to read-only folders, unless it has given up the right to. */
    private static final List<String> OBEDIENT = List.of("setpriv", "--bounding-set=-dac_override", "--");

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
        if (!isRoot()) return Optional.empty();
        Optional<String> missing = needs(OBEDIENT.getFirst());
        return missing.isPresent() || obeys()
                ? missing
                : Optional.of("root cannot give up its right to write anywhere");
    }

    private static boolean obeys() {
        try {
            call(Stream.concat(OBEDIENT.stream(), Stream.of("true")).toArray(String[]::new));
            return true;
        } catch (Exception | AssertionError refused) {
            return false;
        }
    }

    @Override
    Site site(Scene scene) {
        return isRoot() ? scene.under(OBEDIENT).site() : scene.site();
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
