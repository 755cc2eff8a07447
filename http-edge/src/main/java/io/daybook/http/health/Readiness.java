package io.daybook.http.health;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** The worst that any bean of {@link HealthIndicator} says. */
final class Readiness {

    /** Something is left out of some answers, and everything else goes on. */
    private static final Status DEGRADED = new Status("DEGRADED");

    private static final List<Status> WORST_FIRST =
            List.of(Status.DOWN, Status.OUT_OF_SERVICE, DEGRADED, Status.UP, Status.UNKNOWN);

    private final List<HealthIndicator> indicators;

    Readiness(List<HealthIndicator> indicators) {
        this.indicators = List.copyOf(indicators);
    }

    /** All are asked at once: whoever wants to know waits for the slowest, and not for one after the other. */
    Status status() {
        List<CompletableFuture<Status>> asked = indicators.stream()
                .map(indicator -> CompletableFuture.supplyAsync(() -> status(indicator), Thread::startVirtualThread))
                .toList();
        Set<Status> said = asked.stream().map(CompletableFuture::join).collect(Collectors.toSet());
        return WORST_FIRST.stream().filter(said::contains).findFirst().orElse(Status.UP);
    }

    private static Status status(HealthIndicator indicator) {
        var health = indicator.health();
        return health == null ? Status.UNKNOWN : health.getStatus();
    }

    static boolean isDown(String code) {
        return code.equals(Status.DOWN.getCode()) || code.equals(Status.OUT_OF_SERVICE.getCode());
    }
}
