package io.daybook.benchmarks.jmh;

import io.daybook.benchmarks.page.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/** The benchmarks' results, as a page to keep. */
final class JmhReport {

    private final Collection<RunResult> results;

    JmhReport(Collection<RunResult> results) {
        this.results = results;
    }

    void write(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) Files.createDirectories(folder);
        Files.writeString(file, text());
    }

    private String text() {
        StringBuilder text = new StringBuilder("# JMH\n\nWritten by `io.daybook.benchmarks.jmh.Jmh`. ");
        text.append(Machine.described()).append(". Medians over the measured iterations.\n\n");
        text.append("| benchmark | points | median | lowest | highest | unit | it follows |\n");
        text.append("|---|---|---|---|---|---|---|\n");
        results.forEach(result -> text.append(row(result)));
        return text.toString();
    }

    private String row(RunResult run) {
        Result<?> result = run.getPrimaryResult();
        Statistics seen = result.getStatistics();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,.2f | %,.2f | %,.2f | %s | %s |%n",
                name(run),
                points(run).map(String::valueOf).orElse(""),
                median(run),
                seen.getMin(),
                seen.getMax(),
                result.getScoreUnit(),
                meaning(run));
    }

    /** What a reader would work out from the number. */
    private String meaning(RunResult run) {
        if (name(run).startsWith("Replay")) {
            double events = number(run, "events").orElse(0) / median(run) * 1e3;
            return String.format(
                    Locale.ROOT,
                    "%,.0f events/s, %,.0f points/s",
                    events,
                    events * points(run).orElse(0));
        }
        if (run.getPrimaryResult().getScoreUnit().equals("us/op")) return perSecond(run);
        OptionalDouble disk = of("Append.fdatasync_of_512_bytes");
        return name(run).startsWith("Append.append") && disk.isPresent()
                ? String.format(Locale.ROOT, "%.2f of the `fdatasync` loop", median(run) / disk.getAsDouble())
                : "";
    }

    private static String perSecond(RunResult run) {
        return points(run)
                .map(points -> String.format(Locale.ROOT, "%,.0f points/s", points * 1e6 / median(run)))
                .orElse("");
    }

    private OptionalDouble of(String name) {
        return results.stream()
                .filter(run -> name(run).equals(name))
                .mapToDouble(JmhReport::median)
                .findFirst();
    }

    private static double median(RunResult run) {
        return run.getPrimaryResult().getStatistics().getPercentile(50);
    }

    private static Optional<Integer> points(RunResult run) {
        return number(run, "points");
    }

    private static Optional<Integer> number(RunResult run, String parameter) {
        return Optional.ofNullable(run.getParams().getParam(parameter)).map(Integer::valueOf);
    }

    private static String name(RunResult run) {
        String[] parts = run.getParams().getBenchmark().split("\\.", -1);
        return parts[parts.length - 2] + "." + parts[parts.length - 1];
    }
}
