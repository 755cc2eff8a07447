package io.daybook.http.backup;

import io.daybook.http.EdgeServer;
import io.daybook.http.access.Signed;
import io.daybook.testkit.http.Response;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerBackupRightsTest {

    @RegisterExtension
    static final EdgeServer edge = Signed.edge();

    @BeforeEach
    void users_are_known() {
        Signed.prepare(edge);
    }

    @ParameterizedTest
    @Tag("ops-5.rights")
    @Tag("ops-7.rights")
    @CsvSource({"GET, /ops/backup", "GET, /ops/backup?project=3", "POST, /ops/restore"})
    void everything_is_for_admins(String method, String path) {
        Response refused = edge.http()
                .request(method, path)
                .header("Authorization", Signed.bearer(Signed.MEMBER))
                .body("application/zip", new byte[9])
                .answers(403);
        refused.isEnvelope("ADMIN_REQUIRED");
        edge.http().request(method, path).body("").answers(401).isEnvelope("TOKEN_MISSING");

        Assertions.assertThat(edge.backups.uploaded).isNull();
    }
}
