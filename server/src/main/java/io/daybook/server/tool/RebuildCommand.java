package io.daybook.server.tool;

import io.daybook.query.view.ViewWatch;
import io.daybook.server.Stopped;
import io.daybook.server.Stopped.Filling;
import java.time.Duration;
import picocli.CommandLine.Command;

@Command(
        name = "rebuild",
        description = "Deletes the views and fills them again from the log; in MongoDB with --daybook.mongodb.uri=...")
final class RebuildCommand extends Tool {

    private static final Duration LOOK = Duration.ofMillis(200);

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = new Terminal(System.err);
        try (Stopped server = home.open(false);
                Filling filling = server.filling()) {
            long head = server.log().head();
            filling.side().empty();
            filling.axon().start();
            for (String view : filling.side().views().names()) fill(view, filling, head, terminal);
            Tools.say("rebuilt: " + filling.side().views().names() + " up to position " + head);
            return Tools.DONE;
        } finally {
            terminal.end();
        }
    }

    private static void fill(String view, Filling filling, long head, Terminal terminal) throws InterruptedException {
        var positions = filling.side().positions();
        while (!positions.await(view, head, LOOK)) {
            terminal.at("filling " + view, positions.of(view), head);
            requireWell(view, filling);
        }
        terminal.at("filling " + view, head, head);
    }

    /** A view that does not get on would be waited for in vain. */
    private static void requireWell(String view, Filling filling) {
        if (ViewWatch.stopped(filling.axon().eventProcessingConfiguration(), view)
                .isPresent()) throw new IllegalStateException("the view " + view + " cannot be filled; see above");
    }
}
