package io.daybook.server.tool;

import io.daybook.api.log.ChainReport;
import io.daybook.server.Stopped;
import picocli.CommandLine.Command;

@Command(
        name = "verify",
        description =
                "Recomputes the log's chain of hashes, and compares it with all checkpoints that are kept, and with"
                        + " Axon Server when the log is there.")
final class VerifyCommand extends Tool {

    @Override
    public Integer call() {
        Terminal terminal = new Terminal(System.err);
        try (Stopped server = home.open(false)) {
            server.log().connect();
            long head = server.log().head();
            ChainReport chain =
                    server.log().verify(1, Long.MAX_VALUE, position -> terminal.at("verifying", position, head));
            ChainReport report = server.checkpoints().compared(chain, head);
            terminal.end();
            if (report.verified()) {
                Tools.say("verified: positions 1 to " + head + ", hash " + report.hash());
                return Tools.DONE;
            }
            Tools.say("not verified: position " + report.firstBad() + ": " + report.reason());
            return Tools.FAILED;
        }
    }
}
