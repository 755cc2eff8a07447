package io.daybook.server.crayon;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import io.daybook.server.running.RunningServer;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Views are thrown away: the log has everything. */
abstract class LostViewStories extends Stories {

    private static final ScalarPoints LONGER_THAN_A_CHUNK = ScalarPoints.of(IntStream.range(0, 2_500)
            .mapToObj(i -> new ScalarPoint(i % 7 == 0 ? "some" : "long", i, i, 1.0 / i))
            .toList());

    final RunningServer own;
    Map<String, Map<String, String>> before = Map.of();

    LostViewStories(RunningServer server) {
        super(server);
        own = server.another();
    }

    @BeforeEach
    void begin() {
        own.start();
        String xp = BackupStories.rich(crayon(own));
        String gone = BackupStories.rich(crayon(own));
        String finished = BackupStories.rich(crayon(own));
        crayon(own)
                .restore("copy", crayon(own).backup(xp))
                .restore(xp, crayon(own).backup(gone))
                .delete(gone);
        new Domain(own).finish(finished);
        new Domain(own).log("copy", LONGER_THAN_A_CHUNK);
        before = crayon(own).everything();
    }

    @AfterEach
    void end() {
        own.close();
    }

    @Test
    void they_come_back_at_the_next_start() {
        own.stop();
        own.dropViews();
        own.start();

        assertThat(crayon(own).everything()).isEqualTo(before);
    }

    @Test
    void they_come_back_again_and_again_with_what_was_logged_in_between() {
        for (int round = 0; round < 3; round++) {
            own.stop();
            own.dropViews();
            own.start();
            crayon(own).log("copy", "round", round, round, round);
        }

        crayon(own).scalars("copy", "round").hasBody("[[0.0,0,0.0],[1.0,1,1.0],[2.0,2,2.0]]");
    }

    @Test
    void a_restart_with_views_in_place_answers_the_same() {
        own.restart();

        assertThat(crayon(own).everything()).isEqualTo(before);
    }
}
