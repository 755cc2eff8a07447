package io.daybook.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class IdleMemoryTest {

    private final HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);

    @Test
    void memory_is_given_back_a_minute_later_unless_somebody_has_chosen_otherwise() {
        IdleMemory.isGivenBack();
        String byItself = interval();
        machine.setVMOption("G1PeriodicGCInterval", "120000");
        IdleMemory.isGivenBack();

        assertThat(byItself).isEqualTo("60000");
        assertThat(interval()).isEqualTo("120000");
    }

    private String interval() {
        return machine.getVMOption("G1PeriodicGCInterval").getValue();
    }
}
