package io.daybook.command.user;

import io.daybook.api.refusal.Refusal;
import io.daybook.api.user.UserCommand.CreateUser;
import io.daybook.api.user.UserCommand.DeleteUser;
import io.daybook.api.user.Username;
import io.daybook.command.access.Accounts;
import io.daybook.command.bus.Refuse;
import io.daybook.command.claim.Claim;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Users come and go together with the claim on their name, which is always taken first. */
public final class UserCommands {

    private final Repository<Claim> claims;
    private final Repository<User> users;
    private final Accounts accounts;

    public UserCommands(Repository<Claim> claims, Repository<User> users, Accounts accounts) {
        this.claims = claims;
        this.users = users;
        this.accounts = accounts;
    }

    @CommandHandler
    void handle(CreateUser command) throws Exception {
        Username name = command.username();
        if (name.equals(Username.DEFAULT)) throw taken(name);
        Aggregate<Claim> claim = claim(name);
        if (claim.invoke(Claim::holder).isPresent()) throw taken(name);
        users.newInstance(() -> new User(command));
        claim.execute(it -> it.give(name.claim(), command.id().toString()));
    }

    @CommandHandler
    void handle(DeleteUser command) throws Exception {
        Username name = accounts.usernameOf(command.id())
                .orElseThrow(() -> Refuse.command(Refusal.UNKNOWN_USER, "there is no " + command.id()));
        Aggregate<Claim> claim = claim(name);
        users.load(command.id().toString()).execute(User::delete);
        claim.execute(it -> it.release(name.claim()));
    }

    private Aggregate<Claim> claim(Username name) throws Exception {
        return claims.loadOrCreate(name.claim(), Claim::new);
    }

    private static RuntimeException taken(Username name) {
        return Refuse.command(Refusal.USERNAME_TAKEN, "a user called '" + name + "' exists already");
    }
}
