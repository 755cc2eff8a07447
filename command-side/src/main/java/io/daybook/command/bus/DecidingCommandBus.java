package io.daybook.command.bus;

import static org.axonframework.commandhandling.GenericCommandResultMessage.asCommandResultMessage;

import io.daybook.api.log.Freshness;
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
    private final Passage passage;

    private final Runnable settle;
    private final LostRaces races;

    /**
     * @param head the position to name when the command appended nothing, or the store does not tell
     * @param settle called before each command: see {@link Folding#settle}
     * @param others with whom a command may race
     * @param monitor is told of each command, and of how it ended
     */
    public DecidingCommandBus(
            LongSupplier head,
            Passage passage,
            Runnable settle,
            Freshness others,
            MessageMonitor<? super CommandMessage<?>> monitor) {
        super(SimpleCommandBus.builder()
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .messageMonitor(monitor));
        this.head = head;
        this.passage = passage;
        this.settle = settle;
        this.races = new LostRaces(others);
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
        try {
            passage.enter();
        } catch (CommandExecutionException refused) {
            callback.onResult(command, asCommandResultMessage(refused));
            return;
        }
        try {
            callback.onResult(command, decided(command, handler));
        } finally {
            passage.leave();
        }
    }

    private <R> CommandResultMessage<R> decided(
            CommandMessage<?> command, MessageHandler<? super CommandMessage<?>> handler) {
        for (int attempts = 1; ; attempts++) {
            UnitOfWork<CommandMessage<?>> work = DefaultUnitOfWork.startAndGet(command);
            CommandResultMessage<R> result = attempt(work, handler);
            if (!result.isExceptional()) return positioned(result, work);
            try {
                if (!races.again(result.exceptionResult(), attempts)) return refused(result);
            } catch (RuntimeException away) {
                return refused(asCommandResultMessage(away));
            }
        }
    }

    private <R> CommandResultMessage<R> attempt(
            UnitOfWork<CommandMessage<?>> work, MessageHandler<? super CommandMessage<?>> handler) {
        var chain = new DefaultInterceptorChain<>(work, interceptors, handler);
        return asCommandResultMessage(work.executeWithResult(
                () -> {
                    settle.run();
                    return chain.proceed();
                },
                RollbackConfigurationType.ANY_THROWABLE));
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
