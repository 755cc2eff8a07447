package io.daybook.http.message;

import io.daybook.api.message.Meta;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;

/** Sends commands, and waits for what was decided. */
public final class Commands {

    private final CommandBus bus;
    private final Duration deadline;

    public Commands(CommandBus bus, Duration deadline) {
        this.bus = bus;
        this.deadline = deadline;
    }

    public Done send(Call call, Object command) {
        return send(command, call.metadata());
    }

    /** A command that creates what has this id, which is the result. */
    public Done create(Call call, long id, Object command) {
        return send(call.resulting(id), command).as(id);
    }

    /** As {@link #send(Call, Object)}, for a command that answers several calls. */
    public Done send(Object command, Map<String, String> metadata) {
        CompletableFuture<CommandResultMessage<?>> ended = new CompletableFuture<>();
        bus.dispatch(new GenericCommandMessage<>(command, metadata), (sent, result) -> ended.complete(result));
        CommandResultMessage<?> result = Failures.await(ended, deadline);
        if (result.isExceptional()) throw Failures.of(result.exceptionResult());
        Object position = result.getMetaData().get(Meta.ANSWERED_AT);
        if (position == null) throw new IllegalStateException("no position came back with " + command.getClass());
        return new Done(result.getPayload(), Long.parseLong(position.toString()));
    }
}
