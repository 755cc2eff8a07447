package io.daybook.query.iteration;

import io.daybook.api.experiment.ExperimentEvent.ExperimentDeleted;
import io.daybook.api.iteration.IterationEvent.IterationDeleted;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.project.ProjectEvent.ProjectDeleted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What happens to some iterations, and what is left of them. */
final class Lives {

    private final int iterations;

    /** Each iteration that was created; iteration {@code i} is of experiment {@code i % 3} and of project 1 or 2. */
    private final Map<Long, Rows> numbering = new LinkedHashMap<>();

    /** Those of them that were not deleted. */
    private final Map<Long, Rows> model = new LinkedHashMap<>();

    private final List<Object> events = new ArrayList<>();

    private Lives(int iterations) {
        this.iterations = iterations;
    }

    static Lives any(Random random, int iterations, int happenings) {
        Lives lives = new Lives(iterations);
        for (int i = 0; i < happenings; i++) lives.happen(random);
        return lives;
    }

    List<Object> events() {
        return events;
    }

    /** None of an iteration that is not there. */
    Rows left(long iteration) {
        return model.getOrDefault(iteration, new Rows(iteration));
    }

    private void happen(Random random) {
        long iteration = 1 + random.nextInt(iterations);
        if (!numbering.containsKey(iteration)) {
            Rows rows = new Rows(iteration);
            numbering.put(iteration, rows);
            model.put(iteration, rows);
            events.add(rows.created(iteration % 3, 1 + iteration % 2));
        } else if (random.nextInt(24) == 0) {
            delete(iteration, random.nextInt(4));
        } else if (random.nextBoolean()) {
            log(numbering.get(iteration), random);
        } else {
            correct(numbering.get(iteration), random);
        }
    }

    /** What is deleted may go on being written to: that raced the deletion. */
    private void delete(long iteration, int what) {
        switch (what) {
            case 0 -> {
                events.add(new ProjectDeleted(1 + iteration % 2));
                model.keySet().removeIf(other -> other % 2 == iteration % 2);
                for (long other = 2 - iteration % 2; other <= iterations; other += 2) createLate(other);
            }
            case 1 -> {
                events.add(new ExperimentDeleted(iteration % 3, 1));
                model.keySet().removeIf(other -> other % 3 == iteration % 3);
            }
            default -> {
                events.add(new IterationDeleted(iteration, iteration % 3));
                model.remove(iteration);
            }
        }
    }

    private void createLate(long iteration) {
        if (numbering.putIfAbsent(iteration, new Rows(iteration)) == null) {
            events.add(numbering.get(iteration).created(iteration % 3, 1 + iteration % 2));
        }
    }

    private void log(Rows rows, Random random) {
        List<ScalarPoint> points = new ArrayList<>();
        int size = 1 + random.nextInt(random.nextInt(4) == 0 ? 2_500 : 20);
        for (int i = 0; i < size; i++) points.add(point(random));
        events.add(rows.logged(points));
    }

    private void correct(Rows rows, Random random) {
        for (int i = 0; i < 10 && !rows.isEmpty(); i++) {
            long which = rows.any(random);
            events.add(random.nextBoolean() ? rows.deleted(which) : rows.changed(which, point(random)));
        }
    }

    private static ScalarPoint point(Random random) {
        double value = random.nextInt(8) == 0 ? Double.NaN : random.nextGaussian();
        return new ScalarPoint("key " + random.nextInt(3), random.nextLong(), random.nextDouble(), value);
    }
}
