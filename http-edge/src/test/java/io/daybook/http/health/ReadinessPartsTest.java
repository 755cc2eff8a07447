package io.daybook.http.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** What is said of the parts. */
class ReadinessPartsTest {

    /** Each waits until the other one is asked, too. */
    @Test
    void all_are_asked_at_once() {
        CyclicBarrier both = new CyclicBarrier(2);
        HealthIndicator one =
                () -> met(both) ? Health.up().build() : Health.down().build();

        assertThat(new Readiness(List.of(one, one)).status()).isEqualTo(Status.UP);
    }

    private static boolean met(CyclicBarrier both) {
        try {
            both.await(10, TimeUnit.SECONDS);
            return true;
        } catch (Exception alone) {
            return false;
        }
    }
}
