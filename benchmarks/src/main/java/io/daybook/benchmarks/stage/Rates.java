package io.daybook.benchmarks.stage;

import io.daybook.benchmarks.client.DiskLoop;
import io.daybook.benchmarks.client.Requests;
import io.daybook.benchmarks.client.Rounds;
import io.daybook.benchmarks.client.Traffic;
import io.daybook.benchmarks.client.Traffic.Feed;
import io.daybook.benchmarks.page.Figure;
import io.daybook.benchmarks.page.Goal;
import io.daybook.benchmarks.page.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is measured in short rounds beside the limits of the machine. */
public final class Rates implements AutoCloseable {

    public static final int CONNECTIONS = 16;

    private static final String DISK = "`fdatasync`";
    private static final String HEALTH = "`GET /health`";

    private final Stage stage;
    private final Rounds rounds;
    private final Map<String, CaughtUp> writes = new LinkedHashMap<>();
    private final List<AutoCloseable> opened = new ArrayList<>();

    public Rates(Stage stage) {
        this.stage = stage;
        this.rounds = new Rounds(
                stage.options().rounds(),
                stage.options().slot(),
                stage.options().warmUp());
    }

    public Rates withDisk() {
        rounds.with(DISK, opened(new DiskLoop(stage.options().home())));
        return this;
    }

    public Rates withHealth() throws Exception {
        return reads(HEALTH, Collections.nCopies(CONNECTIONS, () -> Requests.HEALTH));
    }

    public Rates reads(String name, List<Feed> feeds) throws Exception {
        rounds.with(name, opened(new Traffic(stage.port(), feeds)));
        return this;
    }

    /** @param each what a request counts for */
    public Rates writes(String name, int each, List<Feed> feeds) throws Exception {
        CaughtUp subject = opened(new CaughtUp(new Traffic(stage.port(), feeds), List.of(stage.views()), each));
        writes.put(name, subject);
        rounds.with(name, subject);
        return this;
    }

    private <T extends AutoCloseable> T opened(T subject) {
        opened.add(subject);
        return subject;
    }

    public Rates run() throws Exception {
        rounds.run();
        return this;
    }

    public double median(String name) {
        return rounds.median(name);
    }

    public Figure ofDisk(String name, double goal) {
        return share(name, goal, DISK);
    }

    public Figure ofHealth(String name, double goal) {
        return share(name, goal, HEALTH);
    }

    private Figure share(String name, double goal, String limit) {
        return new Goal(goal, Unit.SHARE)
                .measured(
                        name + ", of " + limit,
                        rounds.ratio(name, limit),
                        "%,.0f/s%s; %s %,.0f/s",
                        rounds.median(name),
                        acknowledged(name),
                        limit,
                        rounds.median(limit));
    }

    public Figure perSecond(String name, double goal) {
        return new Goal(goal, Unit.PER_SECOND)
                .measured(name, rounds.median(name), "%s", acknowledged(name).replaceFirst("^, ", ""));
    }

    private String acknowledged(String name) {
        CaughtUp write = writes.get(name);
        return write == null ? "" : String.format(Locale.ROOT, ", %,.0f/s until acknowledged", write.acknowledged());
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable each : opened) each.close();
    }
}
