package io.daybook.http.ops;

import io.daybook.http.EdgeServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpsTest {

    @RegisterExtension
    static final EdgeServer edge = new EdgeServer();

    private static final String REBUILD = "{\"id\":1,\"view\":\"shelf\",\"mode\":\"verify\",\"state\":\"RUNNING\","
            + "\"position\":4,\"head\":9,\"percent\":44,\"seconds_left\":12,\"events_per_second\":2.5,\"equal\":null,"
            + "\"documents\":0,\"hash_live\":null,\"hash_rebuilt\":null,\"differences\":[]}";

    @Test
    @Tag("ops-5.views")
    @Tag("ops-5.views.state")
    @Tag("ops-5.rebuild")
    @Tag("ops-5.rebuilds")
    @Tag("ops-5.rebuilds.state")
    @Tag("ops-7.lists")
    @Tag("ops-7.fields")
    void a_rebuild_is_begun_and_told() {
        edge.http().post("/ops/views/shelf/rebuild?mode=verify").answers(202, "{\"rebuild_id\":1}");

        edge.http().get("/ops/rebuilds/1").answers(200, REBUILD);
        edge.http().get("/ops/rebuilds/").answers(200, "[" + REBUILD + "]");
        edge.http()
                .get("/ops/views")
                .answers(
                        200,
                        "[{\"name\":\"shelf\",\"state\":\"CATCHING_UP\",\"position\":7,\"head\":9,\"lag\":2,"
                                + "\"events_per_second\":1.5,\"documents\":3,\"rebuild\":" + REBUILD + "}]");
        edge.http().delete("/ops/rebuilds/1").answers(200, "{\"message\":\"OK\"}");
    }

    @Test
    @Tag("ops-5.rebuild")
    @Tag("ops-7.malformed")
    void a_mode_is_one_of_two() {
        for (String mode : new String[] {"", "?mode=", "?mode=REPLACE", "?mode=both", "?mode=%FF"}) {
            edge.http().post("/ops/views/shelf/rebuild" + mode).answers(422).isEnvelope("INVALID_PAYLOAD");
        }
        edge.http().get("/ops/rebuilds").answers(200, "[]");
    }

    @Test
    @Tag("ops-5.rebuild")
    void all_views_are_rebuilt_as_one() {
        edge.http().post("/ops/views/all/rebuild?mode=replace").answers(202);

        edge.http().get("/ops/rebuilds/1").answers(200).says("\"view\":\"all\",\"mode\":\"replace\"");
    }

    @Test
    @Tag("ops-7.unknown")
    void what_is_not_there_is_not_found() {
        edge.http().post("/ops/views/nobodys/rebuild?mode=verify").answers(404).isEnvelope("NOT_FOUND");
        edge.http().get("/ops/rebuilds/1").answers(404).isEnvelope("NOT_FOUND");
        edge.http().get("/ops/rebuilds/one").answers(404).isEnvelope("NOT_FOUND");
        edge.http().delete("/ops/rebuilds/1").answers(404).isEnvelope("NOT_FOUND");
    }

    @Test
    void what_cannot_be_done_now_is_a_conflict() {
        edge.http().post("/ops/views/shelf/rebuild?mode=verify").answers(202);

        edge.http().post("/ops/views/shelf/rebuild?mode=verify").answers(409).isEnvelope("CONFLICT");
        edge.http().post("/ops/views/shelf/rollback").answers(409).isEnvelope("CONFLICT");
    }

    @Test
    void other_methods_are_told_which_there_are() {
        edge.http().post("/ops/views").answers(405).isEnvelope("METHOD_NOT_ALLOWED");
        edge.http().get("/ops/views/shelf/rebuild").answers(405).isEnvelope("METHOD_NOT_ALLOWED");
    }
}
