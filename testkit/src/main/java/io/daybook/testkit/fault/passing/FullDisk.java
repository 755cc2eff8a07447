package io.daybook.testkit.fault.passing;

import io.daybook.testkit.fault.scene.Scene;
import io.daybook.testkit.server.ServerProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A small disk of its own, in memory, that something else fills up. */
public final class FullDisk extends Passing {

    private Path disk = Path.of("");

    public FullDisk() {
        super(true);
    }

    @Override
    public String name() {
        return "disk full, and then room again (a file system of 96 MB)";
    }

    @Override
    public Optional<String> missing() {
        return isRoot() ? needs("mount") : Optional.of("only root may mount a small disk");
    }

    @Override
    void prepare(Scene scene) throws Exception {
        disk = Files.createDirectories(scene.home());
        call("mount", "-t", "tmpfs", "-o", "size=96m", "daybook-faults", disk.toString());
    }

    @Override
    void begin(ServerProcess server) throws IOException {
        byte[] block = new byte[1 << 12];
        try (OutputStream filler = Files.newOutputStream(disk.resolve("filler"))) {
            while (true) filler.write(block);
        } catch (IOException full) {
            // as was wanted
        }
    }

    @Override
    void end(ServerProcess server) throws IOException {
        Files.delete(disk.resolve("filler"));
    }

    @Override
    void tidy() throws Exception {
        // also when a server is still being ended
        call("umount", "--lazy", disk.toString());
    }
}
