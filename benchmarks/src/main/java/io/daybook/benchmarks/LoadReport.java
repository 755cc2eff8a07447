package io.daybook.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The load run's results, as a page to keep. */
final class LoadReport {

    static final String DISK = "`fdatasync` of 512 bytes, one thread";
    static final String HEALTH_1 = "`GET /health`, 1 connection";
    static final String HEALTH_16 = "`GET /health`, 16 connections";
    static final String POINTS_1 = "points, 1 connection";
    static final String POINTS_APART = "points, 16 connections to 16 experiments";
    static final String POINTS_SHARED = "points, 16 connections to 1 experiment";

    private final Rounds writes;
    private final List<Double> readMillis = new ArrayList<>();
    private final List<Double> kept = new ArrayList<>();
    private final List<Double> deleted = new ArrayList<>();
    private long readBytes;
    private long events;
    private long points;

    LoadReport(Rounds writes) {
        this.writes = writes;
    }

    void read(long nanos, long bytes) {
        readMillis.add(nanos / 1e6);
        readBytes = bytes;
    }

    void replayed(long allEvents, long allPoints) {
        events = allEvents;
        points = allPoints;
    }

    /** @param afresh seconds from start to answer when the views had been deleted */
    void restarted(double withViews, double afresh) {
        kept.add(withViews);
        deleted.add(afresh);
    }

    void write(Path file) throws IOException {
        String text = text();
        System.out.println(text);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) Files.createDirectories(folder);
        Files.writeString(file, text);
    }

    private String text() {
        StringBuilder text = new StringBuilder("# Load run\n\n");
        text.append("Written by `io.daybook.benchmarks.Load`. ").append(Machine.described());
        text.append("; server and clients share the machine.\n\n");
        ratios(text);
        rates(text);
        reading(text);
        replay(text);
        return text.toString();
    }

    private void ratios(StringBuilder text) {
        text.append("## Single durable points, as ratios of one run (medians over its rounds)\n\n");
        text.append("| measured | against | ratio | required |\n|---|---|---|---|\n");
        ratio(text, POINTS_APART, HEALTH_16, "0.3");
        ratio(text, POINTS_SHARED, HEALTH_16, "0.3");
        ratio(text, POINTS_1, HEALTH_1, "");
        ratio(text, POINTS_1, DISK, "0.3");
    }

    private void ratio(StringBuilder text, String measured, String against, String required) {
        text.append(line("| %s | %s | %.2f | %s |", measured, against, writes.ratio(measured, against), required));
    }

    private void rates(StringBuilder text) {
        text.append("\n## A second\n\n| what | median | lowest | highest |\n|---|---|---|---|\n");
        for (String name : writes.names()) {
            text.append(line(
                    "| %s | %,.0f | %,.0f | %,.0f |",
                    name, writes.median(name), writes.lowest(name), writes.highest(name)));
        }
    }

    private void reading(StringBuilder text) {
        double millis = median(readMillis);
        text.append(line("\n## Reading a series of %,d points\n", Load.LONG_SERIES));
        text.append(line("%.0f ms, %.1f MB, %.0f MB/s", millis, readBytes / 1e6, readBytes / 1e3 / millis));
    }

    private void replay(StringBuilder text) {
        double all = median(deleted);
        double replay = all - median(kept);
        text.append(line("\n## Start with `views/` deleted, until a read is answered\n"));
        text.append(line("%.1f s; with its views the server answers after %.1f s.", all, median(kept)));
        text.append(line("The difference: %,d events with %,d points, so", events, points));
        text.append(line("%,.0f events/s and %,.0f points/s.", events / replay, points / replay));
    }

    private static double median(List<Double> values) {
        return Rounds.median(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format + "%n", values);
    }
}
