package io.daybook.query.series;

import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.series.StepRange;
import io.daybook.query.iteration.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A series made of pieces that are noisy, flat, rising, falling or not finite, and what was asked of it and done to it. */
final class AnySeries {

    private static final int CHUNK = 1_024;
    private static final int[] LENGTHS = {1, 2, 30, 500, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK};
    private static final double[] ODD = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};

    private final Random random;
    private final int order;
    private final List<ScalarPoint> points = new ArrayList<>();

    AnySeries(Random random) {
        this.random = random;
        this.order = random.nextInt(3);
        int pieces = 1 + random.nextInt(6);
        for (int i = 0; i < pieces; i++) addPiece(random.nextInt(6), LENGTHS[random.nextInt(LENGTHS.length)]);
    }

    private void addPiece(int kind, int length) {
        double odd = ODD[random.nextInt(ODD.length)];
        for (int i = 0; i < length; i++) {
            add(
                    switch (kind) {
                        case 0 -> random.nextGaussian();
                        case 1 -> random.nextBoolean() ? 0.0 : -0.0;
                        case 2 -> i;
                        case 3 -> -i;
                        case 4 -> odd;
                        default -> random.nextInt(20) == 0 ? odd : random.nextInt(4);
                    });
        }
    }

    private void add(double value) {
        points.add(new ScalarPoint("loss", step(points.size()), random.nextDouble(), value));
    }

    private long step(int place) {
        return switch (order) {
            case 0 -> place;
            case 1 -> place / 3;
            default -> random.nextInt(2_000);
        };
    }

    /** The events that make it, with some points changed or taken away afterwards. */
    List<Object> events(Rows rows) {
        List<Object> events = new ArrayList<>(List.of(rows.created(1, 1)));
        for (int from = 0; from < points.size(); ) {
            int to = Math.min(points.size(), from + 1 + random.nextInt(3_000));
            events.add(rows.logged(points.subList(from, to)));
            from = to;
        }
        int corrections = random.nextBoolean() ? 0 : random.nextInt(30);
        for (int i = 0; i < corrections && rows.series("loss").size() > 1; i++) events.add(correction(rows));
        return events;
    }

    private Object correction(Rows rows) {
        long which = rows.any(random);
        if (random.nextBoolean()) return rows.deleted(which);
        ScalarPoint other = points.get(random.nextInt(points.size()));
        return rows.changed(which, other);
    }

    StepRange steps() {
        if (random.nextBoolean()) return StepRange.ALL;
        long first = random.nextInt(points.size() + 1);
        return new StepRange(first, first + random.nextInt(points.size() + 1));
    }

    int most() {
        return switch (random.nextInt(4)) {
            case 0 -> 2 + random.nextInt(8);
            case 1 -> 2 + random.nextInt(100);
            case 2 -> Math.max(2, points.size() - 2 + random.nextInt(4));
            default -> 2 + random.nextInt(points.size() + 10);
        };
    }
}
