package io.daybook.server;

import java.util.Optional;

/** The program's version, as the jar's manifest or the build has it. */
final class Version {

    /** Stands in for a manifest when the classes were started from a build folder. */
    private static final String IN_DEVELOPMENT = "0.1.0";

    private Version() {}

    static String current() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse(IN_DEVELOPMENT);
    }
}
