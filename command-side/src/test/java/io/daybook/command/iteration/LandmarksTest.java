package io.daybook.command.iteration;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.iteration.IterationEvent.ScalarsLogged;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LandmarksTest {

    @Test
    void a_point_is_found_from_a_landmark_within_256_batches_of_it() {
        Landmarks landmarks = new Landmarks();
        for (int batch = 0; batch < 1_000; batch++) landmarks.pass(10L * batch, batch + 1);
        for (int ordinal = 0; ordinal < 10_000; ordinal++) {
            long sequence = ordinal / 10 + 1;
            assertThat(landmarks.before(ordinal)).isBetween(sequence - 255, sequence);
        }
    }

    @Test
    void there_are_never_many_landmarks() {
        Landmarks landmarks = new Landmarks();
        int batches = 3_000_000;
        for (int batch = 0; batch < batches; batch++) landmarks.pass(batch, batch + 1);
        assertThat(Snapshots.json(landmarks).length()).isLessThan(100_000);
        for (int ordinal = 0; ordinal < batches; ordinal += 997) {
            assertThat(landmarks.before(ordinal)).isBetween(ordinal + 1L - 1_023, ordinal + 1L);
        }
    }

    @Test
    void a_hundred_million_points_in_batches_cost_a_few_kilobytes() {
        Points points = new Points();
        ScalarPoints batch = ScalarPoints.of(IntStream.range(0, 1_000)
                .mapToObj(step -> new ScalarPoint("loss", step, 1.5, 0.25))
                .toList());
        for (int event = 0; event < 100_000; event++) {
            points.take(new ScalarsLogged(7, 1_000L * event, new long[] {1_000L * event}, batch), event + 1);
        }
        assertThat(points.count()).isEqualTo(100_000_000);
        assertThat(Snapshots.json(points).length()).isLessThan(10_000);
    }
}
