package io.daybook.http.access;

import static io.daybook.http.World.queryRefusal;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.access.AccessQuery.FindAccess;
import io.daybook.api.access.AccessQuery.FindCredentials;
import io.daybook.api.access.Credentials;
import io.daybook.api.access.Place;
import io.daybook.api.access.Required;
import io.daybook.api.access.Right;
import io.daybook.api.crayon.CrayonQuery.FindCrayonNames;
import io.daybook.api.crayon.CrayonView.Names;
import io.daybook.api.message.Meta;
import io.daybook.api.refusal.Refusal;
import io.daybook.http.EdgeServer;
import io.daybook.testkit.http.Request;
import io.daybook.testkit.http.Response;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Crayon's clients can send a name and a password with each request, and are answered in text. */
class CrayonAccessTest {

    private static final String CHALLENGE = "Basic realm=\"Daybook\", charset=\"UTF-8\"";

    @RegisterExtension
    static final EdgeServer edge = Signed.edge();

    @BeforeEach
    void the_default_user_is_known() {
        Signed.prepare(edge);
        edge.world.query(FindCrayonNames.class, Names.class, find -> new Names(List.of()));
        password("open: sesame");
    }

    private static void password(String password) {
        String hash = new BCryptPasswordEncoder(4).encode(password);
        edge.world.query(FindCredentials.class, Credentials.class, find -> {
            if (find.username().equals("nobody")) throw queryRefusal(Refusal.UNKNOWN_USER);
            return new Credentials(find.username().equals("default") ? Signed.ADMIN : Signed.MEMBER, hash);
        });
    }

    private static Request as(String pair) {
        return edge.http()
                .get("/data")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
    }

    @Test
    void a_name_and_a_password_let_in() {
        as("default:open: sesame").answers(200, "[]");
        as("default:open: sesame").answers(200, "[]");

        assertThat(edge.world
                        .sent(FindCrayonNames.class)
                        .getFirst()
                        .getMetaData()
                        .get(Meta.ACTOR))
                .isEqualTo("1");
        assertThat(edge.world.payloads(FindAccess.class))
                .containsOnly(new FindAccess(Signed.ADMIN, new Required.InProject(Right.READ, Place.CRAYON)));
    }

    @Test
    void a_token_lets_in_as_well() {
        edge.http()
                .get("/data")
                .header("Authorization", Signed.bearer(Signed.ADMIN))
                .answers(200, "[]");
    }

    @Test
    void another_password_is_noticed_at_once() {
        as("default:open: sesame").answers(200);
        password("other");

        as("default:open: sesame").answers(401).isPlainText();
        as("default:other").answers(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"default:wrong", "nobody:open: sesame", "default", ""})
    void whoever_is_not_known_is_told_in_text_how_to_say_it(String pair) {
        as(pair).answers(401).isPlainText().hasHeader("WWW-Authenticate", CHALLENGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic !!!", "Basic", "Bearer x", "Digest x"})
    void garbage_is_told_in_text_as_well(String authorization) {
        edge.http()
                .get("/data")
                .header("Authorization", authorization)
                .answers(401)
                .isPlainText()
                .hasHeader("WWW-Authenticate", CHALLENGE);
        edge.http().get("/data").answers(401).isPlainText().hasHeader("WWW-Authenticate", CHALLENGE);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /data, READ",
        "POST, /data, CREATE",
        "DELETE, /data, DELETE",
        "GET, /data/scalars, READ",
        "POST, /data/scalars, CREATE",
        "GET, /data/histograms, READ",
        "POST, /data/histograms, CREATE",
        "GET, /backup, READ",
        "POST, /backup, CREATE"
    })
    void each_route_takes_a_right_in_crayons_project(String method, String path, Right right) {
        Response refused = edge.http()
                .request(method, path)
                .header("Authorization", Signed.bearer(Signed.MEMBER))
                .answers(403);

        refused.isPlainText();
        assertThat(edge.world.payloads(FindAccess.class))
                .containsExactly(new FindAccess(Signed.MEMBER, new Required.InProject(right, Place.CRAYON)));
        assertThat(edge.world.commands()).isEmpty();
    }

    @Test
    void a_forced_restoration_takes_two_rights() {
        edge.http()
                .post("/backup", "xp", "foo", "force", "1")
                .header("Authorization", Signed.bearer(Signed.ADMIN))
                .answers(400)
                .isPlainText();

        assertThat(edge.world.payloads(FindAccess.class))
                .containsExactly(
                        new FindAccess(Signed.ADMIN, new Required.InProject(Right.CREATE, Place.CRAYON)),
                        new FindAccess(Signed.ADMIN, new Required.InProject(Right.DELETE, Place.CRAYON)));
    }
}
