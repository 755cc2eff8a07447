package io.daybook.testkit.ledger;

import io.daybook.testkit.server.Crayon;
import io.daybook.testkit.server.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.JsonNode;

/** What all clients were promised, and what is open since they were not answered. */
public final class Ledger {

    /** A kind of points, and its routes. */
    public enum Kind {
        SCALARS,
        HISTOGRAMS;

        public String route() {
            return this == SCALARS ? "/data/scalars" : "/data/histograms";
        }

        public String field() {
            return this == SCALARS ? "scalars" : "histograms";
        }
    }

    /** @param client who writes; several may write to one series */
    public record Stream(String xp, Kind kind, String name, int client) {}

    /** Values tell clients apart. */
    private static final double SHARE = 1e7;

    private static final double BEGIN = 1.7e9;

    /** True: there. False: nobody knows. Absent: not there. */
    private final Map<String, Boolean> experiments = new ConcurrentSkipListMap<>();

    private final Map<Stream, Series> streams = new ConcurrentHashMap<>();
    private final LongAdder acknowledged = new LongAdder();
    private long landed;

    public static double value(int client, long number) {
        return client * SHARE + number;
    }

    public static double wallTime(long number) {
        return BEGIN + number * 0.25;
    }

    private Series series(Stream stream) {
        return streams.computeIfAbsent(stream, fresh -> new Series());
    }

    /** The number of the point that is sent now. */
    public long send(Stream stream) {
        return series(stream).send();
    }

    public void acknowledge(Stream stream, long number) {
        series(stream).acknowledge(number);
        acknowledged.increment();
    }

    public long acknowledged() {
        return acknowledged.sum();
    }

    /** Points that were there although their clients had got no answer. */
    public long landed() {
        return landed;
    }

    /** The experiment is being created or deleted. */
    public void uncertain(String xp) {
        experiments.put(xp, false);
    }

    public void there(String xp) {
        experiments.put(xp, true);
    }

    public void gone(String xp) {
        experiments.remove(xp);
        streams.keySet().removeIf(stream -> stream.xp().equals(xp));
    }

    public boolean isThere(String xp) {
        return experiments.getOrDefault(xp, false);
    }

    /** Reads everything, and compares. */
    public void check(Crayon crayon) throws IOException {
        Set<String> listed = texts(Json.read(crayon.get("/data")));
        for (String xp : listed) {
            if (experiments.replace(xp, true) == null) throw new AssertionError("'" + xp + "' is listed, uncalled for");
        }
        for (String xp : List.copyOf(experiments.keySet())) {
            if (listed.contains(xp)) continue;
            if (isThere(xp)) throw new AssertionError("'" + xp + "' is lost");
            gone(xp);
        }
        for (Stream group : groups()) check(crayon, group);
    }

    /** The series as readers know them, without their writers. */
    private Set<Stream> groups() {
        Set<Stream> groups = new HashSet<>();
        for (Stream one : streams.keySet()) groups.add(new Stream(one.xp(), one.kind(), one.name(), 0));
        return groups;
    }

    private void check(Crayon crayon, Stream group) throws IOException {
        Map<Integer, List<Long>> found = new HashMap<>();
        String names = "/data" + Crayon.query("xp", group.xp());
        if (texts(Json.read(crayon.get(names)).get(group.kind().field())).contains(group.name())) {
            String path = group.kind().route() + Crayon.query("xp", group.xp(), "name", group.name());
            for (JsonNode point : Json.read(crayon.get(path))) add(found, group, point);
        }
        for (var entry : streams.entrySet()) {
            Stream one = entry.getKey();
            if (!group.equals(new Stream(one.xp(), one.kind(), one.name(), 0))) continue;
            List<Long> points = found.remove(one.client());
            landed += settle(one, entry.getValue(), points == null ? List.of() : points);
        }
        if (!found.isEmpty()) throw new AssertionError(group + " has points of nobody: " + found.keySet());
    }

    private static int settle(Stream stream, Series series, List<Long> found) {
        try {
            return series.settle(found);
        } catch (AssertionError broken) {
            throw new AssertionError(stream + ": " + broken.getMessage(), broken);
        }
    }

    private static void add(Map<Integer, List<Long>> found, Stream group, JsonNode point) {
        // a histogram's least value stands for it
        double value =
                (group.kind() == Kind.SCALARS ? point.get(2) : point.get(2).get(0)).asDouble();
        int client = (int) (value / SHARE);
        long number = point.get(1).asLong();
        if (value != value(client, number) || point.get(0).asDouble() != wallTime(number)) {
            throw new AssertionError(group + " has a point that nobody sent: " + point);
        }
        found.computeIfAbsent(client, first -> new ArrayList<>()).add(number);
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        for (JsonNode text : array) {
            if (!texts.add(text.asString())) throw new AssertionError(text + " is listed twice");
        }
        return texts;
    }
}
