package io.daybook.command.access;

import io.daybook.api.access.Required;
import io.daybook.api.message.Meta;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.user.UserId;
import io.daybook.command.bus.Refuse;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Checks again what the edge asked for, so that a right that was revoked in between lets nothing through. Commands
 * without an actor are the server's own.
 */
public final class Authorise implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final Accounts accounts;
    private final Access access;

    public Authorise(Accounts accounts, Access access) {
        this.accounts = accounts;
        this.access = access;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        CommandMessage<?> command = work.getMessage();
        Object actor = command.getMetaData().get(Meta.ACTOR);
        if (actor != null) check(Long.parseLong((String) actor), command.getPayload());
        return chain.proceed();
    }

    private void check(long actor, Object command) {
        if (accounts.isAdmin(actor)) return;
        List<Required> all = CommandRights.of(command);
        if (all.isEmpty()) return;
        Account caller = accounts.find(new UserId(actor))
                .orElseThrow(() -> Refuse.command(Refusal.CALLER_GONE, "user-" + actor + " does not exist any more"));
        for (Required required : all) {
            access.refusal(caller, required).ifPresent(against -> {
                throw Refuse.command(against.refusal(), against.message());
            });
        }
    }
}
