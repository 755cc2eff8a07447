package io.daybook.http.tag;

import static io.daybook.http.World.queryRefusal;
import static io.daybook.http.World.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.refusal.Refusal;
import io.daybook.api.tag.Bearer;
import io.daybook.api.tag.TagCommand.AttachTag;
import io.daybook.api.tag.TagCommand.DeleteTag;
import io.daybook.api.tag.TagCommand.DetachTag;
import io.daybook.api.tag.TagId;
import io.daybook.api.tag.TagQuery.FindTag;
import io.daybook.api.tag.TagQuery.FindTags;
import io.daybook.api.tag.TagView;
import io.daybook.http.EdgeServer;
import io.daybook.testkit.http.Covers;
import io.daybook.testkit.http.Response;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagsTest {

    private static final String BASELINE = "{\"value\":\"baseline\"}";

    @RegisterExtension
    static final EdgeServer edge = new EdgeServer();

    @BeforeEach
    void all_is_well() {
        edge.world.query(FindTag.class, TagView.class, find -> new TagView(5, "baseline"));
        edge.world.query(FindTags.class, TagView[].class, find -> new TagView[] {new TagView(5, "baseline")});
        edge.world.command(AttachTag.class, attach -> attach.associationId());
        edge.world.command(DetachTag.class, detach -> "detached");
        edge.world.command(DeleteTag.class, delete -> "deleted");
    }

    private static String path(Bearer.Kind kind) {
        return "/tag/" + kind.name().toLowerCase(Locale.ROOT) + "/9";
    }

    @Test
    @Covers("GET /tag/{id}")
    void a_tag_is_shown() {
        edge.http().get("/tag/5").answers(200, "{\"id\":5,\"value\":\"baseline\"}");

        assertThat(edge.world.payloads(FindTag.class)).containsExactly(new FindTag(new TagId(5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tag/6", "/tag/0", "/tag/abc", "/tag/iteration/abc", "/tag/model/3"})
    void what_is_not_there_is_not_found(String path) {
        edge.world.query(FindTag.class, TagView.class, find -> {
            throw queryRefusal(Refusal.UNKNOWN_TAG);
        });

        edge.http().get(path).answers(404).isEnvelope("NOT_FOUND");
    }

    @ParameterizedTest
    @EnumSource(Bearer.Kind.class)
    @Covers({"GET /tag/project/{project_id}", "GET /tag/experiment/{experiment_id}", "GET /tag/iteration/{iteration_id}"
    })
    void the_tags_of_something_are_a_bare_list(Bearer.Kind kind) {
        edge.http().get(path(kind) + "/").answers(200, "[{\"id\":5,\"value\":\"baseline\"}]");

        assertThat(edge.world.payloads(FindTags.class)).containsExactly(new FindTags(new Bearer(kind, 9)));
    }

    @ParameterizedTest
    @EnumSource(Bearer.Kind.class)
    @Covers({
        "POST /tag/project/{project_id}",
        "POST /tag/experiment/{experiment_id}",
        "POST /tag/iteration/{iteration_id}"
    })
    void a_tag_is_attached_and_answered_with_the_associations_id(Bearer.Kind kind) {
        Response attached = edge.http().post(path(kind)).body(BASELINE).answers(201);

        AttachTag command = edge.world.payloads(AttachTag.class).getFirst();
        attached.hasBody("{\"association_id\":" + command.associationId() + "}");
        assertThat(command.value().value()).isEqualTo("baseline");
        assertThat(command.bearer()).isEqualTo(new Bearer(kind, 9));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"value\":\"\"}', value is empty",
        "'{\"value\":null}', value is missing",
        "'{\"value\":3}', value is not a string",
        "'{\"value\":\"a\\u0000b\"}', value is not text without a NUL character"
    })
    void a_value_is_needed(String body, String complaint) {
        edge.http()
                .post("/tag/project/9")
                .body(body)
                .answers(422)
                .isEnvelope("INVALID_PAYLOAD")
                .says(complaint);

        assertThat(edge.world.commands()).isEmpty();
    }

    @Test
    void a_value_has_a_longest_length() {
        edge.http()
                .post("/tag/project/9")
                .body("{\"value\":\"" + "x".repeat(16_385) + "\"}")
                .answers(422)
                .isEnvelope("INVALID_PAYLOAD")
                .says("value has more than 16384 characters");
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN_PROJECT, 422, INVALID_PAYLOAD",
        "UNKNOWN_EXPERIMENT, 422, INVALID_PAYLOAD",
        "UNKNOWN_ITERATION, 422, INVALID_PAYLOAD",
        "ITERATION_ALREADY_FINALISED, 422, INVALID_PAYLOAD",
        "TAG_ALREADY_ATTACHED, 409, CONFLICT"
    })
    void attaching_can_be_refused(Refusal refusal, int status, String code) {
        edge.world.command(AttachTag.class, attach -> {
            throw refusal(refusal);
        });

        edge.http().post("/tag/iteration/9").body(BASELINE).answers(status).isEnvelope(code);
        edge.http().post("/tag/iteration/0").body(BASELINE).answers(422).isEnvelope("INVALID_PAYLOAD");
    }

    @ParameterizedTest
    @EnumSource(Bearer.Kind.class)
    @Covers({"DELETE /tag/project/{id}/{tag}", "DELETE /tag/experiment/{id}/{tag}", "DELETE /tag/iteration/{id}/{tag}"})
    void a_tag_is_taken_off(Bearer.Kind kind) {
        edge.http().delete(path(kind) + "/5").answers(200, "{\"message\":\"OK\"}");

        assertThat(edge.world.payloads(DetachTag.class))
                .containsExactly(new DetachTag(new TagId(5), new Bearer(kind, 9)));
    }

    @Test
    void a_tag_that_is_not_on_it_is_not_found() {
        edge.world.command(DetachTag.class, detach -> {
            throw refusal(Refusal.UNKNOWN_TAG);
        });

        edge.http().delete("/tag/project/9/5").answers(404).isEnvelope("NOT_FOUND");
        edge.http().delete("/tag/project/9/x").answers(404).isEnvelope("NOT_FOUND");
        edge.http().delete("/tag/model/9/5").answers(404).isEnvelope("NOT_FOUND");
    }

    @Test
    @Covers("DELETE /tag/{id}")
    void a_tag_is_deleted_whatever_bears_it() {
        edge.http().delete("/tag/5").answers(200, "{\"message\":\"OK\"}");
        edge.world.command(DeleteTag.class, delete -> {
            throw refusal(Refusal.UNKNOWN_TAG);
        });

        edge.http().delete("/tag/5").answers(404).isEnvelope("NOT_FOUND");
        assertThat(edge.world.payloads(DeleteTag.class)).containsOnly(new DeleteTag(new TagId(5)));
    }
}
