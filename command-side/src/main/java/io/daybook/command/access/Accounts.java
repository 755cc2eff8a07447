package io.daybook.command.access;

import io.daybook.api.message.StoredType;
import io.daybook.api.user.UserEvent.DefaultUserSeeded;
import io.daybook.api.user.UserEvent.UserChanged;
import io.daybook.api.user.UserEvent.UserCreated;
import io.daybook.api.user.UserEvent.UserDeleted;
import io.daybook.api.user.UserId;
import io.daybook.api.user.Username;
import io.daybook.command.bus.Folded;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The users that there are. */
public final class Accounts implements Folded {

    private final Map<Long, Account> accounts = new ConcurrentHashMap<>();
    private final Map<String, Long> names = new ConcurrentHashMap<>();

    public boolean isThere(long userId) {
        return accounts.containsKey(userId);
    }

    public Optional<Username> usernameOf(UserId user) {
        return find(user).map(account -> new Username(account.username()));
    }

    boolean isAdmin(long userId) {
        Account account = accounts.get(userId);
        return account != null && account.admin();
    }

    Optional<Account> find(UserId user) {
        return Optional.ofNullable(accounts.get(user.value()));
    }

    Optional<Account> named(String username) {
        return Optional.ofNullable(names.get(username)).map(accounts::get);
    }

    @Override
    public Set<StoredType> folds() {
        return Set.of(
                StoredType.DefaultUserSeeded, StoredType.UserCreated, StoredType.UserChanged, StoredType.UserDeleted);
    }

    @Override
    public void fold(Object event) {
        switch (event) {
            case DefaultUserSeeded seeded ->
                add(new Account(new UserId(seeded.userId()), seeded.username(), seeded.admin(), seeded.passwordHash()));
            case UserCreated created ->
                add(new Account(new UserId(created.userId()), created.username(), false, created.passwordHash()));
            case UserChanged changed -> accounts.computeIfPresent(changed.userId(), (id, was) -> with(changed, was));
            case UserDeleted deleted -> {
                accounts.remove(deleted.userId());
                names.remove(deleted.username(), deleted.userId());
            }
            default -> {}
        }
    }

    private void add(Account account) {
        accounts.put(account.user().value(), account);
        names.put(account.username(), account.user().value());
    }

    private static Account with(UserChanged change, Account was) {
        return was.changed(
                change.admin() == null ? was.admin() : change.admin(),
                change.passwordHash() == null ? was.passwordHash() : change.passwordHash());
    }
}
