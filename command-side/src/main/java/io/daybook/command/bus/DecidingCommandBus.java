package io.daybook.command.bus;

import static org.axonframework.commandhandling.GenericCommandResultMessage.asCommandResultMessage;

import io.daybook.api.message.Meta;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.Registration;
import org.axonframework.messaging.DefaultInterceptorChain;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.monitoring.MessageMonitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A command bus whose results name the position of the command's last event ({@link Meta#ANSWERED_AT}), and whose
 * failures are refusals. Both are known only after the unit of work was committed, where an interceptor no longer sees it.
 */
public final class DecidingCommandBus extends SimpleCommandBus {

    private static final Logger logger = LoggerFactory.getLogger(DecidingCommandBus.class);

    private final List<MessageHandlerInterceptor<? super CommandMessage<?>>> interceptors =
            new CopyOnWriteArrayList<>();
    private final LongSupplier head;

    private final Runnable settle;

    /**
     * @param head the position to name when the command appended nothing, or the store does not tell
     * @param settle called before each command: see {@link Folding#settle}
     * @param monitor is told of each command, and of how it ended
     */
    public DecidingCommandBus(LongSupplier head, Runnable settle, MessageMonitor<? super CommandMessage<?>> monitor) {
        super(SimpleCommandBus.builder()
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .messageMonitor(monitor));
        this.head = head;
        this.settle = settle;
    }

    @Override
    public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
        interceptors.add(interceptor);
        return () -> interceptors.remove(interceptor);
    }

    @Override
    protected <C, R> void handle(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        UnitOfWork<CommandMessage<?>> work = DefaultUnitOfWork.startAndGet(command);
        var chain = new DefaultInterceptorChain<>(work, interceptors, handler);
        CommandResultMessage<R> result = asCommandResultMessage(work.executeWithResult(
                () -> {
                    settle.run();
                    return chain.proceed();
                },
                RollbackConfigurationType.ANY_THROWABLE));
        callback.onResult(command, result.isExceptional() ? refused(result) : positioned(result, work));
    }

    private <R> CommandResultMessage<R> positioned(CommandResultMessage<R> result, UnitOfWork<?> work) {
        Object appended = work.resources().get(Meta.ANSWERED_AT);
        String position = String.valueOf(appended != null ? appended : head.getAsLong());
        return result.andMetaData(Map.of(Meta.ANSWERED_AT, position));
    }

    private static <R> CommandResultMessage<R> refused(CommandResultMessage<R> result) {
        Throwable failure = result.exceptionResult();
        CommandExecutionException refusal = FailureTranslation.refusalFor(failure);
        if (refusal == null) return result;
        boolean expected = refusal == failure || failure instanceof AggregateNotFoundException;
        if (!expected) logger.warn("a command failed: {}", failure.toString());
        return asCommandResultMessage(refusal);
    }
}
