package io.daybook.http.resource;

import static io.daybook.http.World.queryRefusal;
import static io.daybook.http.World.refusal;
import static io.daybook.http.resource.Samples.CONTENT;
import static io.daybook.http.resource.Samples.HELLO;
import static io.daybook.http.resource.Samples.MULTIPART;
import static io.daybook.http.resource.Samples.form;
import static io.daybook.http.resource.Samples.hashes;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.message.Meta;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.request.Answer;
import io.daybook.api.request.RequestQuery.FindAnswer;
import io.daybook.api.resource.ResourceCommand.ChangeResource;
import io.daybook.api.resource.ResourceCommand.CreateResource;
import io.daybook.api.resource.ResourceId;
import io.daybook.api.resource.ResourceQuery.FindResourceThere;
import io.daybook.api.resource.ResourceQuery.FindUploadWelcome;
import io.daybook.http.EdgeServer;
import io.daybook.testkit.http.Covers;
import io.daybook.testkit.http.Request;
import io.daybook.testkit.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadsTest {

    private static final ExperimentId SWEEP = new ExperimentId(4);
    private static final ResourceId WEIGHTS = new ResourceId(3);

    @RegisterExtension
    static final EdgeServer edge = new EdgeServer();

    @BeforeEach
    void all_is_well() {
        edge.world.query(FindUploadWelcome.class, Boolean.class, find -> true);
        edge.world.query(FindResourceThere.class, Boolean.class, find -> true);
        edge.world.command(CreateResource.class, create -> "created");
        edge.world.command(ChangeResource.class, change -> "changed");
    }

    @AfterEach
    void no_upload_lies_about() {
        assertThat(edge.uploads()).isZero();
    }

    private static Request post() {
        return edge.http().post("/resource/experiment/4");
    }

    private static Response posted(int status, String... parts) {
        return post().body(MULTIPART, form(parts)).answers(status);
    }

    private static Response patched(int status, String... parts) {
        return edge.http()
                .request("PATCH", "/resource/3")
                .body(MULTIPART, form(parts))
                .answers(status);
    }

    private static CreateResource created() {
        return edge.world.payloads(CreateResource.class).getLast();
    }

    @Covers("POST /resource/experiment/{experiment_id}")
    @Test
    void a_resource_is_uploaded() {
        Response answer = posted(201, "name", "weights.bin", "data; filename=\"w.bin\"", "hello");

        answer.hasBody("{\"resource_id\":" + created().id().value() + "}")
                .hasHeader("Daybook-Position", edge.world.position());
        assertThat(created())
                .isEqualTo(new CreateResource(
                        created().id(), SWEEP, "weights.bin", CONTENT, created().createdDate()));
        assertThat(edge.cellar.kept.get(HELLO)).asString().isEqualTo("hello");
    }

    @Test
    void parts_come_in_any_order_and_the_first_of_a_name_wins() {
        posted(201, "data", "hello", "description", "x", "name", "a", "name", "b", "data", "other", "x", "y");

        assertThat(created().name()).isEqualTo("a");
        assertThat(edge.cellar.kept).containsOnlyKeys(HELLO);
    }

    @Test
    void zero_bytes_may_be_uploaded_and_a_name_is_any_text() {
        posted(
                201,
                "name",
                new String("Gewichte für α".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1),
                "data",
                "");

        assertThat(created().name()).isEqualTo("Gewichte für α");
        assertThat(created().content().size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=\"b\"",
                "Multipart/Form-Data;boundary=b",
                "multipart/form-data; charset=utf-8; boundary=b"
            })
    void a_boundary_is_told_in_several_ways(String type) {
        post().body(type, form("name", "w", "data", "hello")).answers(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=c",
                "application/json",
                "text/plain"
            })
    void what_is_no_form_is_invalid(String type) {
        post().body(type, form("name", "w", "data", "hello")).answers(422).isEnvelope("INVALID_PAYLOAD");
        post().body("no type").answers(422).isEnvelope("INVALID_PAYLOAD");

        assertThat(edge.world.commands()).isEmpty();
        assertThat(edge.cellar.kept).isEmpty();
    }

    @Test
    void a_form_that_breaks_off_is_invalid() {
        byte[] form = form("name", "w", "data", "hello".repeat(100));
        for (int length : new int[] {0, 1, 50, 100, form.length - 20}) {
            post().body(MULTIPART, Arrays.copyOf(form, length)).answers(422).isEnvelope("INVALID_PAYLOAD");
        }
        assertThat(edge.cellar.kept).isEmpty();
    }

    @Test
    void name_and_data_are_needed() {
        posted(422, "name", "w").isEnvelope("INVALID_PAYLOAD").says("name and data");
        posted(422, "data", "hello").isEnvelope("INVALID_PAYLOAD").says("name and data");
        posted(422, "name", "", "data", "hello").isEnvelope("INVALID_PAYLOAD").says("name is empty");
        posted(422, "name", "\u00ff", "data", "hello")
                .isEnvelope("INVALID_PAYLOAD")
                .says("name is not UTF-8");

        assertThat(edge.cellar.kept).isEmpty();
        assertThat(edge.world.commands()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Refusal.class,
            names = {"UNKNOWN_EXPERIMENT", "EXPERIMENT_NOT_IN_PROGRESS"})
    void an_upload_that_is_not_welcome_leaves_nothing(Refusal refusal) {
        edge.world.query(FindUploadWelcome.class, Boolean.class, find -> {
            throw queryRefusal(refusal);
        });

        posted(422, "name", "w", "data", "hello").isEnvelope("INVALID_PAYLOAD");
        assertThat(edge.world.payloads(FindUploadWelcome.class)).containsExactly(new FindUploadWelcome(SWEEP));
        assertThat(edge.cellar.kept).isEmpty();
        assertThat(edge.world.commands()).isEmpty();
    }

    @Test
    void bytes_are_there_before_the_command() {
        edge.world.command(CreateResource.class, create -> {
            assertThat(edge.cellar.kept).containsKey(HELLO);
            throw refusal(Refusal.EXPERIMENT_NOT_IN_PROGRESS);
        });

        posted(422, "name", "w", "data", "hello").isEnvelope("INVALID_PAYLOAD");
    }

    @Test
    @Tag("ops-1.limits.beyond")
    void an_upload_beyond_the_limit_is_too_large() {
        post().body(MULTIPART, new byte[200_001]).answers(413).isEnvelope("PAYLOAD_TOO_LARGE");
        posted(413, "name", "w", "data", "x".repeat(200_000)).isEnvelope("PAYLOAD_TOO_LARGE");

        assertThat(edge.cellar.kept).isEmpty();
    }

    @Test
    void a_store_out_of_reach_is_told_and_passes() {
        edge.cellar.lost = true;

        posted(503, "name", "w", "data", "hello").isEnvelope("STORE_UNAVAILABLE");
        assertThat(edge.world.sent(CreateResource.class)).isEmpty();
    }

    @Covers("PATCH /resource/{id}")
    @Test
    void a_change_says_what_it_changes() {
        patched(200, "name", "best").hasBody("{\"message\":\"UPDATED\"}");
        patched(200, "description", "", "name", "best", "data", "hello");
        patched(200, "x", "y");
        patched(200);

        String date = edge.world.payloads(ChangeResource.class).getFirst().updatedDate();
        assertThat(edge.world.payloads(ChangeResource.class))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("updatedDate")
                .containsExactly(
                        new ChangeResource(WEIGHTS, "best", null, null, date),
                        new ChangeResource(WEIGHTS, "best", "", CONTENT, date),
                        new ChangeResource(WEIGHTS, null, null, null, date),
                        new ChangeResource(WEIGHTS, null, null, null, date));
    }

    @Test
    void a_change_that_cannot_be_leaves_nothing() {
        edge.world.query(FindResourceThere.class, Boolean.class, find -> {
            throw queryRefusal(Refusal.UNKNOWN_RESOURCE);
        });

        patched(422, "data", "hello").isEnvelope("INVALID_PAYLOAD");
        patched(422, "name", "", "data", "hello").isEnvelope("INVALID_PAYLOAD").says("name is empty");
        assertThat(edge.cellar.kept).isEmpty();
        assertThat(edge.world.commands()).isEmpty();
    }

    @Test
    @Tag("ops-2.key.multipart")
    void repeated_forms_are_compared_by_names_and_content() {
        post().header("Idempotency-Key", "k")
                .body(MULTIPART, form("name", "w", "data", "hello"))
                .answers(201);
        String other =
                new String(form("name", "w", "data", "hello"), StandardCharsets.ISO_8859_1).replace("--b", "--c");
        post().header("Idempotency-Key", "k")
                .body("multipart/form-data; boundary=c", other.getBytes(StandardCharsets.ISO_8859_1))
                .answers(201);
        post().header("Idempotency-Key", "k")
                .body(MULTIPART, form("name", "w", "data", "hallo"))
                .answers(201);

        List<String> hashes = edge.world.payloads(FindAnswer.class).stream()
                .map(FindAnswer::bodyHash)
                .toList();
        assertThat(hashes.get(1)).isEqualTo(hashes.get(0));
        assertThat(hashes.get(2)).isNotEqualTo(hashes.get(0));
        assertThat(edge.world.sent(CreateResource.class).getFirst().getMetaData())
                .containsKey(Meta.KEYED);
    }

    @Test
    void what_was_answered_before_is_not_kept_again() {
        edge.world.query(FindAnswer.class, Answer.class, find -> new Answer(201, "{\"resource_id\":9}"));

        post().header("Idempotency-Key", "k")
                .body(MULTIPART, form("name", "w", "data", "hello"))
                .answers(201, "{\"resource_id\":9}");
        assertThat(edge.cellar.kept).doesNotContainKeys(hashes("hello").getFirst());
    }
}
