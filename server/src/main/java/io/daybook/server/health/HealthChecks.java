package io.daybook.server.health;

import io.daybook.api.documents.Documents;
import io.daybook.api.ops.DeadLetter;
import io.daybook.api.ops.DeadLetters;
import io.daybook.embedded.eventstore.SqliteLog;
import io.daybook.embedded.home.HomeProbe;
import io.daybook.query.QuerySide;
import io.daybook.query.view.ViewWatch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** What a node needs to be well: a bean of {@link HealthIndicator} each. */
public final class HealthChecks {

    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    /** Shorter, so that a view that stands still is called so. */
    private static final Duration STANDSTILL = Duration.ofMillis(1_200);

    private HealthChecks() {}

    /** The disk takes bytes, and the log takes events. */
    public static HealthIndicator log(Path home, SqliteLog log) {
        HomeProbe probe = new HomeProbe(home);
        return new Probe(
                "log",
                () -> {
                    probe.check();
                    log.probe();
                },
                PATIENCE);
    }

    /** What the views are kept in can be read. */
    public static HealthIndicator documents(Documents documents, QuerySide querySide) {
        var any = querySide.views().all().getFirst();
        return new Probe("documents", () -> documents.position(any), PATIENCE);
    }

    /** The views follow the log. */
    public static HealthIndicator views(QuerySide querySide, org.axonframework.config.Configuration axon) {
        var watch = new ViewWatch(
                querySide.views(), querySide.positions(), axon.eventProcessingConfiguration(), STANDSTILL);
        return new Probe(
                "views",
                () -> {
                    Optional<String> complaint = watch.complaint();
                    if (complaint.isPresent()) throw new IllegalStateException(complaint.get());
                },
                PATIENCE);
    }

    /** Everything could be applied. Otherwise it names the aggregates that some answers lack something of. */
    public static HealthIndicator deadLetters(DeadLetters letters) {
        return () -> {
            Set<String> aggregates =
                    letters.all().stream().map(DeadLetter::aggregate).collect(Collectors.toCollection(TreeSet::new));
            return aggregates.isEmpty()
                    ? Health.up().build()
                    : Health.status("DEGRADED")
                            .withDetail("aggregates", aggregates)
                            .build();
        };
    }
}
