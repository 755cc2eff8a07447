package io.daybook.http.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.access.AccessQuery.FindAccess;
import io.daybook.http.EdgeServer;
import io.daybook.http.access.Signed;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditRightsTest {

    @RegisterExtension
    static final EdgeServer edge = Signed.edge();

    @BeforeEach
    void users_are_known() {
        Signed.prepare(edge);
        edge.log.add("ProjectCreated", "{}", Map.of("project", "3")).add("UserCreated", "{}", Map.of());
    }

    private static void refused(String method, String path, String code) {
        edge.http()
                .request(method, path)
                .header("Authorization", Signed.bearer(Signed.MEMBER))
                .body("")
                .answers(403)
                .isEnvelope(code);
    }

    @ParameterizedTest
    @Tag("ops-4.rights")
    @Tag("ops-7.head")
    @CsvSource({
        "GET, /audit/events",
        "GET, /audit/events?project=none",
        "GET, /audit/head",
        "GET, /audit/verify",
        "GET, /audit/stream",
        "GET, /audit/diff",
        "GET, /audit/checkpoints",
        "POST, /audit/checkpoints",
        "POST, /audit/checkpoints?project=3",
        "POST, /audit/verify",
        "GET, /audit/events/2"
    })
    void all_of_the_log_is_for_admins(String method, String path) {
        refused(method, path, "ADMIN_REQUIRED");
    }

    @ParameterizedTest
    @Tag("ops-4.rights.project")
    @Tag("ops-7.one-event")
    @Tag("ops-7.head")
    @CsvSource({
        "GET, /audit/events?project=3",
        "GET, /audit/head?project=3",
        "GET, /audit/stream?project=3",
        "GET, /audit/diff?project=3",
        "GET, /audit/checkpoints?project=3",
        "POST, /audit/verify?project=3",
        "GET, /audit/events/1"
    })
    void a_project_is_for_those_who_may_read_it(String method, String path) {
        refused(method, path, "PROJECT_PERMISSION_REQUIRED");

        assertThat(edge.world.payloads(FindAccess.class))
                .last()
                .hasToString(
                        "FindAccess[user=user-7, required=InProject[right=READ, place=Place[kind=PROJECT, id=3]]]");
    }

    @Test
    void without_a_token_nothing_is_told() {
        edge.http().get("/audit/head").answers(401).isEnvelope("TOKEN_MISSING");
        edge.http().get("/audit/events/1").answers(401).isEnvelope("TOKEN_MISSING");
    }
}
