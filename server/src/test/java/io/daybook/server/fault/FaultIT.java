package io.daybook.server.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.daybook.testkit.fault.Faults;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each of the faults once, as {@link Faults} does them for {@code docs/reliability.md}. */
class FaultIT {

    private static final int KILLS = 1;
    private static final int MINUTES = 10;

    /** Servers start, faults last and heal: a machine is idle meanwhile. */
    private static final ExecutorService TWO_AT_ONCE = Executors.newFixedThreadPool(2);

    private static final Map<Faults, Future<String>> rows = new EnumMap<>(Faults.class);

    @BeforeAll
    static void all_begin() {
        for (Faults fault : Faults.values()) {
            if (fault.missing().isEmpty()) rows.put(fault, TWO_AT_ONCE.submit(() -> fault.row(KILLS)));
        }
    }

    @AfterAll
    static void none_goes_on() {
        TWO_AT_ONCE.shutdownNow();
    }

    /** Elsewhere a machine may lack what it takes; where the build is judged, a disk that takes nothing is shown. */
    @Test
    @EnabledIfEnvironmentVariable(named = "CI", matches = ".+")
    void the_machine_of_the_build_can_show_a_disk_that_takes_nothing() {
        assertThat(Faults.NO_BYTES.missing()).isEmpty();
    }

    @ParameterizedTest
    @Tag("ops-1.mongodb")
    @Tag("ops-1.home.one")
    @Tag("ops-5.honest")
    @Tag("ops-5.honest.refused")
    @Tag("ops-5.honest.heals")
    @EnumSource
    void nothing_that_was_acknowledged_is_lost_and_all_heals_by_itself(Faults fault) throws Exception {
        Optional<String> missing = fault.missing();
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));

        assertThat(rows.get(fault).get(MINUTES, TimeUnit.MINUTES)).contains(" | 0 | ");
    }
}
