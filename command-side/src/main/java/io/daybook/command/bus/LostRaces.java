package io.daybook.command.bus;

import io.daybook.api.log.Freshness;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** Commands whose aggregate another node was first to change: they are decided again, on what that node has appended. */
final class LostRaces {

    /** Whoever loses has lost to somebody who got on: so many times in a row is no longer chance. */
    private static final int ATTEMPTS = 20;

    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private final Freshness others;

    LostRaces(Freshness others) {
        this.others = others;
    }

    /** Whether a command that failed is to be tried again, now; knows by then what the others have appended. */
    boolean again(Throwable failure, int attempts) {
        if (others == Freshness.ALONE || attempts >= ATTEMPTS || !isLost(failure)) return false;
        // apart from the others who have lost
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE * attempts / ATTEMPTS));
        others.await();
        return true;
    }

    private static boolean isLost(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConcurrencyException || cause instanceof AggregateStreamCreationException) return true;
        }
        return false;
    }
}
