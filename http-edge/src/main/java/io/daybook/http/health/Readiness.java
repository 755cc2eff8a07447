package io.daybook.http.health;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** The worst that any bean of {@link HealthIndicator} says. */
final class Readiness {

    /** Something is left out of some answers, and everything else goes on. */
    private static final Status DEGRADED = new Status("DEGRADED");

    private static final List<Status> WORST_FIRST =
            List.of(Status.DOWN, Status.OUT_OF_SERVICE, DEGRADED, Status.UP, Status.UNKNOWN);

    private final List<HealthIndicator> indicators;

    Readiness(ObjectProvider<HealthIndicator> indicators) {
        this.indicators = indicators.orderedStream().toList();
    }

    Status status() {
        Set<Status> said = indicators.stream().map(Readiness::status).collect(Collectors.toSet());
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
