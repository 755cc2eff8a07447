package io.daybook.benchmarks.page;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** What a result was measured on, as far as a reader needs it to judge the numbers. */
public final class Machine {

    private Machine() {}

    public static String described() {
        return "%d cores, %s %s, JDK %s, %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.version().feature(),
                        LocalDate.now(ZoneOffset.UTC));
    }
}
