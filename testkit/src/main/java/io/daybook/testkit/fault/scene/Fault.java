package io.daybook.testkit.fault.scene;

import java.util.Optional;

/** Something that happens to a server. */
public interface Fault {

    String name();

    /** Why it cannot be shown on this machine, if so. */
    default Optional<String> missing() {
        return Optional.empty();
    }

    /** Fails when anything acknowledged is lost, or anything refused is there. */
    Row run(Scene scene) throws Exception;
}
