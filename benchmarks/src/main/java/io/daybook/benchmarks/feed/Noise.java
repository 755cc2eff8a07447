package io.daybook.benchmarks.feed;

import java.util.SplittableRandom;

/** A loss that falls, and jitters: numbers of full precision, the same in every run. */
final class Noise {

    private final SplittableRandom random;

    Noise(long seed) {
        random = new SplittableRandom(seed);
    }

    double next() {
        return 0.7 + 0.05 * random.nextGaussian();
    }
}
