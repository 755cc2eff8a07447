package io.daybook.benchmarks.jmh;

import java.nio.file.Path;
import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks and writes the report; or runs those whose name contains the first argument. */
public final class Jmh {

    private static final Path REPORT = Path.of("benchmarks", "results", "jmh.md");

    /** So many points in each, when only that they work is to be seen. */
    private static final String FEW_POINTS = "10";

    private static final String FEW_EVENTS = "200";

    private Jmh() {}

    public static void main(String[] arguments) throws Exception {
        String wanted = arguments.length == 0 ? "" : arguments[0];
        ChainedOptionsBuilder options = those(wanted).jvmArgsAppend("--enable-native-access=ALL-UNNAMED");
        Collection<RunResult> results = new Runner(options.build()).run();
        if (wanted.isEmpty()) new JmhReport(results).write(REPORT);
    }

    private static ChainedOptionsBuilder those(String wanted) {
        return new OptionsBuilder().include("io\\.daybook\\..*" + wanted).shouldFailOnError(true);
    }

    /** Each of them a moment, in this very process. */
    static Collection<RunResult> briefly() throws RunnerException {
        ChainedOptionsBuilder options = those("")
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(1))
                .param("points", FEW_POINTS)
                .param("events", FEW_EVENTS);
        return new Runner(options.build()).run();
    }
}
