package io.daybook.command.access;

import io.daybook.api.access.AccessQuery.FindAccess;
import io.daybook.api.access.AccessQuery.FindCredentials;
import io.daybook.api.access.CallerView;
import io.daybook.api.access.Credentials;
import io.daybook.api.refusal.Refusal;
import io.daybook.command.bus.Refuse;
import org.axonframework.queryhandling.QueryHandler;

/** What the edge asks before it reads a request's body. */
public final class AccessQueries {

    private final Accounts accounts;
    private final Access access;

    public AccessQueries(Accounts accounts, Access access) {
        this.accounts = accounts;
        this.access = access;
    }

    @QueryHandler
    CallerView handle(FindAccess query) {
        Account caller = accounts.find(query.user())
                .orElseThrow(() -> Refuse.query(Refusal.CALLER_GONE, query.user() + " does not exist any more"));
        access.refusal(caller, query.required()).ifPresent(against -> {
            throw Refuse.query(against.refusal(), against.message());
        });
        return new CallerView(caller.user(), caller.username(), caller.admin());
    }

    @QueryHandler
    Credentials handle(FindCredentials query) {
        return accounts.named(query.username())
                .map(account -> new Credentials(account.user(), account.passwordHash()))
                .orElseThrow(() -> Refuse.query(Refusal.UNKNOWN_USER, "nobody is called '" + query.username() + "'"));
    }
}
