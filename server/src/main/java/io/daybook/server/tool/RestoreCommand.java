package io.daybook.server.tool;

import io.daybook.api.backup.Restored;
import io.daybook.api.resource.ContentStore;
import io.daybook.server.Stopped;
import io.daybook.server.restore.Restoration;
import io.daybook.server.restore.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        description =
                "Restores everything from its zip, into an empty folder; an increment into a server where it goes on."
                        + " Nothing has changed when the zip is not sound, or does not fit.")
final class RestoreCommand extends Tool {

    @Parameters(paramLabel = "FILE", description = "the zip")
    Path file = Path.of("");

    @Option(names = "--up-to", paramLabel = "POSITION", description = "no event above it; left out for all")
    @Nullable Long upTo;

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(file)) throw new IllegalStateException(file + " cannot be read");
        try (Stopped server = home.open(true);
                ContentStore contents = server.contents()) {
            return told(restored(server, contents));
        }
    }

    private Restored restored(Stopped server, ContentStore contents) throws IOException {
        Terminal terminal = new Terminal(System.err);
        Target target = server.isShared() ? new SharedTarget(server.log(), terminal) : new StoppedLog(server.log());
        var parts = new Restoration.Parts(server.home(), target, server.checkpoints(), contents);
        try {
            server.log().connect();
            return new Restoration(parts, server.events(), terminal).restore(file, upTo);
        } finally {
            terminal.end();
        }
    }

    private static int told(Restored restored) {
        return switch (restored) {
            case Restored.Done done -> {
                Tools.say("restored: " + done.events() + " events up to position " + done.position() + ", "
                        + done.artifacts() + " artifacts, hash " + done.hash());
                yield Tools.DONE;
            }
            case Restored.Broken(String reason) -> {
                Tools.say("the backup is not sound, and nothing was restored: " + reason);
                yield Tools.FAILED;
            }
            case Restored.Misfit(String reason) -> throw new IllegalStateException(reason);
        };
    }
}
