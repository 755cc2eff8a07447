package io.daybook.benchmarks.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Something that is done for all who wait for it at once, and then for all who came meanwhile: a sync, or a question. */
final class Gathered {

    private final Consumer<Runnable> work;
    private List<Runnable> waiting = new ArrayList<>();
    private boolean running;

    /** @param work runs what it is given when it is done */
    Gathered(Consumer<Runnable> work) {
        this.work = work;
    }

    void join(Runnable then) {
        waiting.add(then);
        if (!running) next();
    }

    private void next() {
        running = !waiting.isEmpty();
        if (!running) return;
        List<Runnable> these = waiting;
        waiting = new ArrayList<>();
        work.accept(() -> {
            these.forEach(Runnable::run);
            next();
        });
    }
}
