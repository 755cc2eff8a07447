package io.daybook.testkit.ledger;

import io.daybook.testkit.server.Crayon;
import io.daybook.testkit.server.LogDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Two backups, and the experiments that they were restored to: each is one of the two, whole, or not there. */
public final class Copies {

    public static final int ORIGINALS = 2;

    private static final int SERIES = 4;
    /** More than the 10,000 points that a restoration writes at a time. */
    private static final int POINTS = 3_000;

    private final Ledger ledger;
    private final Path folder;
    private final Map<Integer, Picture> originals = new HashMap<>();
    private final Map<String, List<Integer>> possible = new ConcurrentHashMap<>();
    private volatile boolean restoring;
    private Set<String> old = Set.of();

    public Copies(Ledger ledger, Path folder) {
        this.ledger = ledger;
        this.folder = folder;
    }

    /** Restores the first of all, from log directories; backups of these are what is restored from then on. */
    public void prepare(Crayon crayon) throws IOException {
        for (int original = 0; original < ORIGINALS; original++) {
            String name = "original " + original;
            Path directory = folder.resolve(name + ".tensorboard.zip");
            LogDirectory.write(directory, SERIES + original, POINTS, original);
            crayon.restore(name, directory, null);
            ledger.there(name);
            crayon.get("/backup" + Crayon.query("xp", name), zip(original));
            originals.put(original, Picture.ofExperiment(crayon, name));
        }
    }

    public Path zip(int original) {
        return folder.resolve("original " + original + ".zip");
    }

    /** Whether a restoration has begun that is not answered. */
    public boolean isRestoring() {
        return restoring;
    }

    /** A restoration begins: until it is answered, what was there may be there still. */
    public void restoring(String xp, int original) {
        restoring = true;
        if (!ledger.isThere(xp)) ledger.uncertain(xp);
        List<Integer> before = possible.getOrDefault(xp, List.of());
        possible.put(
                xp,
                Stream.concat(before.stream(), Stream.of(original)).distinct().toList());
    }

    public void restored(String xp, int original) {
        ledger.there(xp);
        possible.put(xp, List.of(original));
        restoring = false;
    }

    public void forget(String xp) {
        ledger.gone(xp);
        possible.remove(xp);
    }

    /** Deletes the copies that were there when it was last called: each sees two crashes, and the server stays small. */
    public void sweep(Crayon crayon) throws IOException {
        for (String xp : old) {
            if (!ledger.isThere(xp)) continue;
            crayon.delete(xp, null);
            forget(xp);
        }
        old = Set.copyOf(possible.keySet());
    }

    /** To be called when the ledger knows what is there. */
    public void check(Crayon crayon) throws IOException {
        possible.keySet().removeIf(xp -> !ledger.isThere(xp));
        for (String xp : List.copyOf(possible.keySet())) {
            Picture found = Picture.ofExperiment(crayon, xp);
            List<Integer> equal = possible.getOrDefault(xp, List.of()).stream()
                    .filter(original -> found.equals(originals.get(original)))
                    .toList();
            if (equal.isEmpty()) throw new AssertionError("'" + xp + "' is neither a whole backup nor what it was");
            possible.put(xp, equal);
        }
    }
}
