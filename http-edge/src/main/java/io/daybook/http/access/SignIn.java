package io.daybook.http.access;

import io.daybook.api.access.AccessQuery.FindCredentials;
import io.daybook.api.access.Credentials;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.user.UserId;
import io.daybook.http.message.Queries;
import io.daybook.http.refusal.Refused;
import io.daybook.http.refusal.TooManyAttempts;
import io.daybook.http.refusal.Unauthorised;
import io.daybook.http.refusal.Unauthorised.Code;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Checks names and passwords: slowly, and as slowly for a name that nobody has. */
public final class SignIn {

    /** Comparisons take a core for a tenth of a second each: what is left must be able to go on logging. */
    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private static final int WAIT_SECONDS = 10;

    private final Queries queries;
    private final Attempts attempts;
    private final Semaphore room = new Semaphore(AT_ONCE);

    public SignIn(Queries queries, InstantSource clock) {
        this.queries = queries;
        this.attempts = new Attempts(clock);
    }

    /** Who that is. Refused with UNKNOWN_USER, or by {@link Unauthorised}, or {@link TooManyAttempts}. */
    public UserId check(String username, String password, String address) {
        attempts.check(username, address);
        enter();
        try {
            UserId user = compare(username, password);
            attempts.succeeded(username, address);
            return user;
        } catch (Unauthorised | Refused failure) {
            attempts.failed(username, address);
            throw failure;
        } finally {
            room.release();
        }
    }

    private UserId compare(String username, String password) {
        Credentials credentials = credentials(username, password);
        if (Passwords.matches(password, credentials.passwordHash())) return credentials.user();
        throw new Unauthorised(Code.INVALID_CREDENTIALS, "the password is wrong");
    }

    private Credentials credentials(String username, String password) {
        try {
            return queries.decide(new FindCredentials(username), Credentials.class)
                    .value();
        } catch (Refused unknown) {
            Passwords.compareWithNobody(password);
            throw unknown;
        }
    }

    private void enter() {
        try {
            if (room.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) return;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw new Refused(Refusal.OVERLOADED, "too many sign in at once; try again");
    }
}
