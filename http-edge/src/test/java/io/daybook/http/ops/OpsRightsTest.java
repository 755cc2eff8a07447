package io.daybook.http.ops;

import io.daybook.http.EdgeServer;
import io.daybook.http.access.Signed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpsRightsTest {

    @RegisterExtension
    static final EdgeServer edge = Signed.edge();

    @BeforeEach
    void users_are_known() {
        Signed.prepare(edge);
    }

    @ParameterizedTest
    @Tag("ops-0.errors")
    @Tag("ops-5.rights")
    @Tag("ops-7.rights")
    @CsvSource({
        "GET, /ops/views",
        "POST, /ops/views/shelf/rebuild?mode=verify",
        "POST, /ops/views/shelf/rebuild",
        "POST, /ops/views/nobodys/rollback",
        "GET, /ops/rebuilds",
        "GET, /ops/rebuilds/1",
        "DELETE, /ops/rebuilds/1",
        "GET, /ops/dead-letters",
        "POST, /ops/dead-letters/series-17/retry",
        "DELETE, /ops/dead-letters/series-17",
        "DELETE, /ops/dead-letters/unknown"
    })
    void operators_are_admins(String method, String path) {
        edge.http().request(method, path).body("").answers(401).isEnvelope("TOKEN_MISSING");
        edge.http()
                .request(method, path)
                .header("Authorization", Signed.bearer(Signed.MEMBER))
                .body("")
                .answers(403)
                .isEnvelope("ADMIN_REQUIRED");
    }
}
