package io.daybook.http.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.daybook.http.refusal.TooManyAttempts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** Failures to sign in, a row for each account and address: a stranger's failures never lock anybody else out. */
final class Attempts {

    static final int ALLOWED = 20;
    static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_ROWS = 100_000;

    private record Row(String account, String address) {}

    private final Cache<Row, Deque<Instant>> failures = Caffeine.newBuilder()
            .maximumSize(MOST_ROWS)
            .expireAfterWrite(WINDOW)
            .build();
    private final InstantSource clock;

    Attempts(InstantSource clock) {
        this.clock = clock;
    }

    /** Throws when the row has too many failures already. */
    void check(String account, String address) {
        failures.asMap().computeIfPresent(new Row(account, address), (row, times) -> {
            refuse(times);
            return times;
        });
    }

    /** Throws when it was one too many. */
    void failed(String account, String address) {
        failures.asMap().compute(new Row(account, address), (row, times) -> {
            Deque<Instant> all = times == null ? new ArrayDeque<>() : new ArrayDeque<>(times);
            all.add(clock.instant());
            while (all.size() > ALLOWED + 1) all.remove();
            return all;
        });
        check(account, address);
    }

    void succeeded(String account, String address) {
        failures.invalidate(new Row(account, address));
    }

    private void refuse(Deque<Instant> times) {
        Instant first = times.peekFirst();
        if (first == null || times.size() <= ALLOWED) return;
        Duration left = Duration.between(clock.instant(), first.plus(WINDOW));
        if (!left.isNegative()) throw new TooManyAttempts(Math.max(1, left.toSeconds() + 1));
    }
}
