package io.daybook.command.request;

import io.daybook.api.message.Meta;
import io.daybook.api.request.Answer;
import io.daybook.api.request.Keyed;
import io.daybook.command.bus.Log;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Commands whose request carried an idempotency key: the first one that writes also appends its answer, in the same unit
 * of work; a repeat comes back with that {@link Answer} instead of the command's own result, and writes nothing.
 */
public final class AnswerOnce implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final Repository<Request> requests;

    public AnswerOnce(Repository<Request> requests) {
        this.requests = requests;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        Object text = work.getMessage().getMetaData().get(Meta.KEYED);
        return text == null ? chain.proceed() : once(parsed((String) text), work, chain);
    }

    private @Nullable Object once(Keyed keyed, UnitOfWork<?> work, InterceptorChain chain) throws Exception {
        Aggregate<Request> request = requests.loadOrCreate(keyed.request(), Request::new);
        Optional<Answer> given =
                request.invoke(it -> it.answerGiven(keyed.bodyHash(), GenericEventMessage.clock.instant()));
        if (given.isPresent()) return given.get();
        Object result = chain.proceed();
        if (Log.wroteIn(work)) {
            String answer = keyed.answer().replace("{result}", String.valueOf(result));
            request.execute(it -> it.answer(keyed, answer));
        }
        return result;
    }

    private static Keyed parsed(String text) {
        String[] parts = text.split("\0", -1);
        return new Keyed(parts[0], parts[1], Integer.parseInt(parts[2]), parts[3]);
    }
}
