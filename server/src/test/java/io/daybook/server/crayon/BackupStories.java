package io.daybook.server.crayon;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.server.running.RunningServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class BackupStories extends Stories {

    BackupStories(RunningServer server) {
        super(server);
    }

    /** An experiment with a bit of everything. */
    static String rich(CrayonClient crayon) {
        String xp = fresh("rich /.. é🎉");
        crayon.create(xp)
                .log(xp, "loss", 1.5, 3, 0.1)
                .log(xp, "loss", 1.25, -3, 4.9e-324)
                .log(xp, "acc %", 1, 0, -0.0);
        crayon.scalar(xp, "loss", "[1466694000.123,3,NaN]").answers(200);
        crayon.scalar(xp, "loss", "[0,9007199254740993,-Infinity]").answers(200);
        crayon.histogram(xp, "loss", true, "[1,0,[1,2,3,-1e300,1e-300]]").answers(200);
        String ready = "{\"min\":NaN,\"max\":1,\"num\":2,\"bucket_limit\":[3,1],\"bucket\":[0,2]}";
        crayon.histogram(xp, "weights", false, "[2.5,1," + ready + "]").answers(200);
        return xp;
    }

    /** Found in the contract, as the Python client's own suite goes through it. */
    @Test
    void what_was_deleted_comes_back_and_comes_back_under_another_name() {
        String foo = rich(crayon());
        String other = fresh("new");
        Map<String, String> before = crayon().everythingOf(foo);

        byte[] zip = crayon().backup(foo);
        crayon().delete(foo);
        crayon().form(foo, zip).answers(200, "ok").isPlainText();
        crayon().form(other, zip).answers(200, "ok");

        assertThat(crayon().everythingOf(foo)).isEqualTo(before);
        assertThat(crayon().everythingOf(other)).isEqualTo(before);
        assertThat(crayon().names().text()).contains(CrayonClient.JSON.writeValueAsString(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "True", "TRUE"})
    void a_raw_zip_is_restored_whatever_way_force_says_yes(String force) {
        String xp = rich(crayon());
        String copy = fresh("copy");

        http().post("/backup", "xp", copy, "force", force)
                .body("application/zip", crayon().backup(xp))
                .answers(200, "ok")
                .isPlainText();

        assertThat(crayon().everythingOf(copy)).isEqualTo(crayon().everythingOf(xp));
    }

    @Test
    void a_restored_experiment_takes_points_and_can_be_backed_up_again() {
        String xp = rich(crayon());
        String copy = fresh("copy");
        String third = fresh("third");
        crayon().restore(copy, crayon().backup(xp));

        crayon().log(copy, "loss", 9, 9, 9).log(copy, "later", 1, 1, 1);
        crayon().restore(third, crayon().backup(copy));

        crayon().scalars(copy, "loss").says("[0.0,9007199254740993,\"-Infinity\"],[9.0,9,9.0]]");
        assertThat(crayon().everythingOf(third)).isEqualTo(crayon().everythingOf(copy));
        assertThat(crayon().scalars(xp, "loss").text()).doesNotContain("9.0,9,9.0");
    }

    @Test
    void a_restoration_replaces_what_is_there() {
        String xp = rich(crayon());
        Map<String, String> before = crayon().everythingOf(xp);
        byte[] zip = crayon().backup(xp);

        crayon().log(xp, "loss", 7, 7, 7).log(xp, "extra", 1, 1, 1).restore(xp, zip);

        assertThat(crayon().everythingOf(xp)).isEqualTo(before);
    }

    @Test
    void what_was_replaced_or_deleted_stays_in_the_history() {
        long start = head();
        String xp = rich(crayon());
        List<String> before = new Domain(server).types(start);
        byte[] zip = crayon().backup(xp);

        crayon().restore(xp, zip).delete(xp);

        List<String> after = new Domain(server).types(start);
        assertThat(after.subList(0, before.size())).isEqualTo(before).contains("ScalarsLogged", "HistogramsLogged");
        assertThat(after.subList(before.size(), after.size())).contains("BackupRestored", "ExperimentDeleted");
    }

    @Test
    void a_finished_experiment_is_finished_when_it_comes_back() {
        String xp = rich(crayon());
        String copy = fresh("copy");
        new Domain(server).finish(xp);

        crayon().restore(copy, crayon().backup(xp));

        assertThat(crayon().everythingOf(copy)).isEqualTo(crayon().everythingOf(xp));
        assertThat(crayon().names().text()).doesNotContain("\"" + copy + "\"");
        crayon().scalar(copy, "loss", "[1,2,3]").answers(400);
    }

    @Test
    void two_backups_of_one_experiment_are_the_same_bytes() {
        String xp = rich(crayon());
        byte[] first = crayon().backup(xp);
        experiment();

        assertThat(crayon().backup(xp)).isEqualTo(first);
    }

    @Test
    void an_experiment_without_points_can_be_backed_up() {
        String xp = experiment();
        String copy = fresh("copy");

        crayon().restore(copy, crayon().backup(xp));

        crayon().series(copy).hasBody("{\"scalars\":[],\"histograms\":[]}");
    }

    @Test
    void a_backup_of_nobody_is_refused() {
        http().get("/backup", "xp", "nobody").answers(400).isPlainText().says("nobody");
        http().get("/backup", "xp", "").answers(400).isPlainText().says("xp");
        http().get("/backup").answers(400).isPlainText().says("xp");
    }

    /** Both servers are told the same stories; what one answers, the other must answer to the last byte. */
    @Test
    void an_empty_server_answers_as_the_old_one_did_once_everything_is_restored() {
        try (RunningServer old = server.another().start();
                RunningServer empty = server.another().start()) {
            crayon(old).names().hasBody("[]");
            String[] all = {rich(crayon(old)), rich(crayon(old)), fresh("bare")};
            crayon(old).create(all[2]);
            Map<String, Map<String, String>> before = crayon(old).everything();

            for (String xp : all) crayon(empty).restore(xp, crayon(old).backup(xp));

            assertThat(crayon(empty).everything()).isEqualTo(before).hasSize(4);
        }
    }
}
