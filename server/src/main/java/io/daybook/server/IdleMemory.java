package io.daybook.server;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the virtual machine give back to the system, once there is little to do, what a busy hour has needed: by itself it
 * collects only when it needs room, and keeps what it has.
 */
final class IdleMemory {

    private static final Logger logger = LoggerFactory.getLogger(IdleMemory.class);

    /** Milliseconds without a collection after which one is made beside everything else; as HotSpot calls it. */
    private static final String OPTION = "G1PeriodicGCInterval";

    private static final String INTERVAL = "60000";

    private IdleMemory() {}

    /** Unless somebody has chosen otherwise, or the virtual machine knows nothing of it. */
    static void isGivenBack() {
        try {
            HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            if (isUnset(machine)) machine.setVMOption(OPTION, INTERVAL);
        } catch (RuntimeException unknown) {
            logger.debug("the virtual machine keeps its memory", unknown);
        }
    }

    private static boolean isUnset(@Nullable HotSpotDiagnosticMXBean machine) {
        return machine != null && machine.getVMOption(OPTION).getOrigin() == VMOption.Origin.DEFAULT;
    }
}
