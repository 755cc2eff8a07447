package io.daybook.benchmarks.jmh;

import java.nio.file.Path;
import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks, or those whose name contains the first argument, and writes the report. */
public final class Jmh {

    private static final Path REPORT = Path.of("benchmarks", "results", "jmh.md");

    private Jmh() {}

    public static void main(String[] arguments) throws Exception {
        String wanted = arguments.length == 0 ? "" : arguments[0];
        Options options = new OptionsBuilder()
                .include("io\\.daybook\\.benchmarks\\..*" + wanted)
                .jvmArgsAppend("--enable-native-access=ALL-UNNAMED")
                .build();
        Collection<RunResult> results = new Runner(options).run();
        new JmhReport(results).write(REPORT);
    }
}
