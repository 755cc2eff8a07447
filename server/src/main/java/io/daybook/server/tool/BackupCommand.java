package io.daybook.server.tool;

import io.daybook.api.resource.ContentStore;
import io.daybook.query.backup.whole.ServerBackupZip;
import io.daybook.server.Stopped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        description = "Writes the zip of everything. Password hashes are in it: keep it where nobody else reads it.")
final class BackupCommand extends Tool {

    @Parameters(paramLabel = "FILE", description = "the zip; must not be there yet")
    Path file = Path.of("");

    @Option(
            names = "--after",
            paramLabel = "POSITION",
            description = "only events above it: an increment for a server that stands there",
            defaultValue = "0")
    long after;

    @Override
    public Integer call() throws IOException {
        Path target = file.toAbsolutePath();
        if (Files.exists(target)) throw new IllegalStateException(file + " is there already");
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try (Stopped server = home.open(false);
                ContentStore contents = server.contents()) {
            long head = server.log().head();
            if (after < 0 || after > head) throw new IllegalStateException("--after is a position from 0 to " + head);
            write(server, contents, head, part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            Tools.say("backed up: " + (head - after) + " events up to position " + head + ", " + Files.size(target)
                    + " bytes in " + file);
            return Tools.DONE;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void write(Stopped server, ContentStore contents, long head, Path part) throws IOException {
        Terminal terminal = new Terminal(System.err);
        var log = new WatchedLog(server.log(), position -> terminal.at("backing up", position - after, head - after));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
            new ServerBackupZip(log, server.checkpoints(), contents, server.events()).write(after, head, out);
        } finally {
            terminal.end();
        }
    }
}
