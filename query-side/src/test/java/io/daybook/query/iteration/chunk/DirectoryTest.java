package io.daybook.query.iteration.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DirectoryTest {

    private static final double[] RARE = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.0, -0.0};

    private final Random random = new Random(20261128);

    @Test
    void a_chunk_that_grows_is_summed_up_as_one_that_is_looked_at_whole() {
        for (int round = 0; round < 50; round++) {
            ScalarChunk chunk = ScalarChunk.in(Optional.empty());
            Directory grown = Directory.in(Optional.empty(), "loss");
            while (chunk.points() < 200) {
                chunk = grown(chunk, 1 + random.nextInt(40));
                grown = grown.grown(0, List.of(chunk));
                if (random.nextInt(4) == 0) {
                    chunk = damaged(chunk);
                    grown = grown.with(0, List.of(chunk));
                }
            }

            Directory whole = Directory.in(Optional.empty(), "loss").with(0, List.of(chunk));
            assertThat(grown.at(0)).isEqualTo(whole.at(0));
            assertThat(grown.bson()).isEqualTo(whole.bson());
        }
    }

    private ScalarChunk grown(ScalarChunk chunk, int more) {
        ScalarPoint[] points = new ScalarPoint[more];
        for (int i = 0; i < more; i++) {
            double value = random.nextInt(3) == 0 ? RARE[random.nextInt(RARE.length)] : random.nextInt(5);
            points[i] = new ScalarPoint("loss", random.nextInt(100), i, value);
        }
        PointsByKey byKey = new PointsByKey(ScalarPoints.of(points));
        return chunk.with(byKey, 0, more, chunk.points());
    }

    /** One point fewer, or another in its place. */
    private ScalarChunk damaged(ScalarChunk chunk) {
        int index = random.nextInt(chunk.points());
        if (!chunk.isLive(index)) return chunk;
        return random.nextBoolean()
                ? chunk.without(index)
                : chunk.with(index, new ScalarPoint("loss", -1, 0, random.nextInt(9) - 2));
    }
}
