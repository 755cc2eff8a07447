package io.daybook.server.tool;

import io.daybook.api.log.EventFilter;
import io.daybook.api.log.LoggedEvent;
import io.daybook.http.audit.Events;
import io.daybook.server.Stopped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        description =
                "Prints the log, one event a line, as GET /audit/events does: without secrets, and still verifiable.")
final class ExportCommand extends Tool {

    enum Format {
        ndjson
    }

    @Option(names = "--format", paramLabel = "FORMAT", description = "ndjson, the only one", defaultValue = "ndjson")
    Format format = Format.ndjson;

    @Override
    public Integer call() throws IOException {
        Terminal terminal = new Terminal(System.err);
        try (Stopped server = home.open(false);
                Stream<LoggedEvent> all = server.log().read(EventFilter.ALL)) {
            long head = server.log().head();
            Events events = new Events(server.log());
            OutputStream out = new BufferedOutputStream(System.out, 1 << 16);
            for (Iterator<LoggedEvent> each = all.iterator(); each.hasNext(); ) {
                LoggedEvent event = each.next();
                out.write(events.line(event));
                terminal.at("exporting", event.position(), head);
            }
            out.flush();
            if (System.out.checkError()) throw new IOException("the output was closed");
            return Tools.DONE;
        } finally {
            terminal.end();
        }
    }
}
