package io.daybook.benchmarks.steady;

import io.daybook.benchmarks.stage.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The collections of a virtual machine, as it logs them. */
final class GcLog {

    private static final Pattern PAUSE = Pattern.compile("Pause (?:Young|Full) .*\\d+M->(\\d+)M\\(");

    private final Path log;

    private GcLog(Path log) {
        this.log = log;
    }

    static GcLog of(Options options) {
        return new GcLog(options.home().resolve("gc.log"));
    }

    /** For the virtual machine. */
    String option() {
        return "-Xlog:gc:file=" + log + "::filecount=0";
    }

    /** What the heap held after each, in MiB. */
    List<Integer> all() throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(PAUSE::matcher)
                    .filter(Matcher::find)
                    .map(found -> Integer.valueOf(found.group(1)))
                    .toList();
        }
    }
}
