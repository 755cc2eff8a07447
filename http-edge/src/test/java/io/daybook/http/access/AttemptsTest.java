package io.daybook.http.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.daybook.http.refusal.TooManyAttempts;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private Instant now = Instant.parse("2026-03-04T18:30:00Z");
    private final Attempts attempts = new Attempts(() -> now);

    private void fail(int times) {
        for (int i = 0; i < times; i++) attempts.failed("alice", "10.0.0.1");
    }

    private long seconds() {
        try {
            attempts.check("alice", "10.0.0.1");
            return 0;
        } catch (TooManyAttempts tooMany) {
            return tooMany.seconds();
        }
    }

    @Test
    void twenty_failures_within_a_minute_are_borne_and_no_more() {
        fail(20);

        assertThat(seconds()).isZero();
        assertThatExceptionOfType(TooManyAttempts.class).isThrownBy(() -> fail(1));
        assertThat(seconds()).isEqualTo(61);
    }

    @Test
    void a_minute_after_the_first_of_them_another_attempt_is_free() {
        fail(10);
        now = now.plusSeconds(30);
        fail(10);
        assertThatExceptionOfType(TooManyAttempts.class).isThrownBy(() -> fail(1));
        assertThat(seconds()).isEqualTo(31);

        now = now.plusSeconds(31);
        assertThat(seconds()).isZero();
    }

    @Test
    void slow_failures_are_no_attack() {
        for (int i = 0; i < 100; i++) {
            fail(1);
            now = now.plus(Duration.ofSeconds(4));
        }

        assertThat(seconds()).isZero();
    }

    @Test
    void a_success_forgives() {
        fail(20);
        attempts.succeeded("alice", "10.0.0.1");

        assertThatCode(() -> fail(20)).doesNotThrowAnyException();
    }

    @Test
    void others_are_not_made_to_wait() {
        assertThatExceptionOfType(TooManyAttempts.class).isThrownBy(() -> fail(21));

        assertThatCode(() -> attempts.check("alice", "10.0.0.2")).doesNotThrowAnyException();
        assertThatCode(() -> attempts.check("bob", "10.0.0.1")).doesNotThrowAnyException();
    }
}
