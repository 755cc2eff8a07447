package io.daybook.server;

import io.daybook.api.log.LogHead;
import io.daybook.api.refusal.Refusal;
import io.daybook.embedded.log.Copies;
import io.daybook.embedded.log.NewLog;
import io.daybook.http.refusal.Refused;
import io.daybook.server.restore.Target;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventProcessor;

/**
 * The log of a server that goes on while it is restored. No command is under way meanwhile, since one that was decided on
 * the old log must not be written to the new one; reads wait for their views, which are filled anew.
 */
final class LiveLog implements Target {

    private final Node.Parts parts;
    private final Configuration axon;
    private final Runnable replaced;

    /** @param replaced is told that there is another first event, before any command is let through again */
    LiveLog(Node.Parts parts, Configuration axon, Runnable replaced) {
        this.parts = parts;
        this.axon = axon;
        this.replaced = replaced;
    }

    @Override
    public LogHead head() {
        return LogHead.of(parts.log());
    }

    @Override
    public boolean replace(NewLog fresh) {
        return withoutCommands(() -> {
            List<EventProcessor> processors = List.copyOf(
                    axon.eventProcessingConfiguration().eventProcessors().values());
            processors.forEach(EventProcessor::shutDown);
            try {
                parts.querySide().positions().forget();
                return parts.log().replaceBy(fresh) && learn(0);
            } finally {
                processors.forEach(EventProcessor::start);
            }
        });
    }

    /** The views go on by themselves. */
    @Override
    public boolean extend(LogHead place, Copies copies) {
        byte[] hash = HexFormat.of().parseHex(place.hash());
        return withoutCommands(() -> parts.log().extend(place.position(), hash, copies) && learn(place.position()));
    }

    private boolean learn(long after) {
        parts.commandSide().catchUp(parts.log(), after, parts.serializer());
        if (after == 0) replaced.run();
        return true;
    }

    private boolean withoutCommands(BooleanSupplier work) {
        try {
            return parts.commandSide().withoutCommands(work::getAsBoolean);
        } catch (CommandExecutionException busy) {
            throw new Refused(Refusal.OVERLOADED, String.valueOf(busy.getMessage()));
        }
    }
}
