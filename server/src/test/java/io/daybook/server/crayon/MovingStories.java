package io.daybook.server.crayon;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.RunningServer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Backups of the original Crayon server: TensorBoard's log folder, zipped. */
abstract class MovingStories extends Stories {

    MovingStories(RunningServer server) {
        super(server);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "events.out.tfevents.1466694000.host",
                "foo/events.out.tfevents.1466694000.host",
                "a/b/events.out.tfevents.1"
            })
    void a_backup_of_the_original_server_is_restored(String entry) {
        String xp = fresh("moved");
        byte[] zip = TensorBoardLog.zip(entry, log -> {
            log.scalar(1466694000.5, 0, "loss", 0.1f);
            log.scalar(1466694001.5, 5, "loss", Float.NaN);
            log.histogram(2.5, -1, "weights", new double[] {-1, 2, 3, 4, 6}, new double[] {0, 2}, new double[] {1, 2});
            log.scalar(1466694002.5, 3, "acc/train", 1e30f);
        });

        crayon().form(xp, zip).answers(200, "ok");

        crayon().series(xp).hasBody("{\"scalars\":[\"loss\",\"acc/train\"],\"histograms\":[\"weights\"]}");
        crayon().scalars(xp, "loss").hasBody("[[1.4666940005E9,0," + (double) 0.1f + "],[1.4666940015E9,5,\"NaN\"]]");
        crayon().scalars(xp, "acc/train").hasBody("[[1.4666940025E9,3," + (double) 1e30f + "]]");
        crayon().histograms(xp, "weights").hasBody("[[2.5,-1,[-1.0,2.0,3.0,4.0,6.0,[0.0,2.0],[1.0,2.0]]]]");
        crayon().log(xp, "loss", 1, 6, 0.5).scalars(xp, "loss").says(",[1.0,6,0.5]]");
    }

    @Test
    void files_of_one_folder_follow_each_other_in_the_order_of_their_names() {
        String xp = fresh("moved");
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("events.out.tfevents.2.host", TensorBoardLog.of(log -> log.scalar(2, 1, "loss", 2)));
        files.put("events.out.tfevents.1.host", TensorBoardLog.of(log -> log.scalar(1, 0, "loss", 1)));

        crayon().restore(xp, Zips.ofBytes(files));

        crayon().scalars(xp, "loss").hasBody("[[1.0,0,1.0],[2.0,1,2.0]]");
    }

    @Test
    void the_log_folder_in_our_own_zip_can_be_restored_by_itself() {
        String xp = experiment();
        crayon().log(xp, "loss", 1, 0, 0.5)
                .log(xp, "loss", 2, 1, 0.25)
                .histogram(xp, "w", true, "[1,0,[1,2]]")
                .answers(200);
        Map<String, byte[]> log = Zips.entries(crayon().backup(xp));
        log.keySet().removeIf(entry -> !entry.startsWith("tensorboard/"));
        String copy = fresh("copy");

        crayon().restore(copy, Zips.ofBytes(log));

        assertThat(crayon().everythingOf(copy)).isEqualTo(crayon().everythingOf(xp));
    }
}
