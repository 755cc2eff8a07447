package io.daybook.command.model;

import static io.daybook.command.Projects.DATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.claim.ClaimEvent.NameClaimed;
import io.daybook.api.claim.ClaimEvent.NameReleased;
import io.daybook.api.model.ModelCommand.ChangeModel;
import io.daybook.api.model.ModelCommand.CreateModel;
import io.daybook.api.model.ModelCommand.DeleteModel;
import io.daybook.api.model.ModelEvent.ModelChanged;
import io.daybook.api.model.ModelEvent.ModelCreated;
import io.daybook.api.model.ModelEvent.ModelDeleted;
import io.daybook.api.model.ModelId;
import io.daybook.api.model.ModelName;
import io.daybook.api.project.ProjectCommand.DeleteProject;
import io.daybook.api.project.ProjectId;
import io.daybook.api.refusal.Refusal;
import io.daybook.command.Deciding;
import io.daybook.command.Projects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ModelCommandsTest {

    private static final ModelId FIRST = new ModelId(1);
    private static final String LATER = "2026-02-12T09:15:00.004";

    private final Deciding deciding = Projects.two();

    @AfterEach
    void close() {
        deciding.close();
    }

    @Test
    @Tag("I-31")
    void a_model_has_a_name_of_its_own_within_its_project() {
        deciding.when(create(1, 1, "resnet"));
        assertThat(deciding.payloads())
                .endsWith(
                        new ModelCreated(1, 1, "resnet", "", DATE), new NameClaimed("model:1/resnet", "model-1", null));
        int before = deciding.events().size();
        assertThat(deciding.refusalOf(create(2, 1, "resnet"))).isEqualTo(Refusal.MODEL_NAME_TAKEN);
        assertThat(deciding.events()).hasSize(before);
    }

    @Test
    @Tag("I-31")
    void the_same_name_in_another_project_and_in_other_letters_is_free() {
        deciding.when(create(1, 1, "resnet"));
        deciding.when(create(2, 2, "resnet"));
        deciding.when(create(3, 1, "ResNet"));
        assertThat(deciding.payloads())
                .filteredOn(ModelCreated.class::isInstance)
                .hasSize(3);
    }

    @Test
    @Tag("I-31")
    void the_project_exists() {
        assertThat(deciding.refusalOf(create(1, 99, "resnet"))).isEqualTo(Refusal.UNKNOWN_PROJECT);
    }

    @Test
    @Tag("I-31")
    void a_new_name_is_claimed_and_the_old_one_is_free_again() {
        deciding.when(create(1, 1, "resnet"));
        deciding.when(rename(1, "vit"));
        assertThat(deciding.payloads())
                .endsWith(
                        new NameClaimed("model:1/vit", "model-1", null),
                        new NameReleased("model:1/resnet", "model-1"),
                        new ModelChanged(1, "vit", null, LATER));
        deciding.when(create(2, 1, "resnet"));
        assertThat(deciding.refusalOf(rename(2, "vit"))).isEqualTo(Refusal.MODEL_NAME_TAKEN);
    }

    @Test
    void its_own_name_and_description_are_no_change() {
        deciding.when(create(1, 1, "resnet"));
        int before = deciding.events().size();
        deciding.when(new ChangeModel(FIRST, new ModelName("resnet"), "", LATER));
        assertThat(deciding.events()).hasSize(before);
    }

    @Test
    void a_description_changes_without_a_claim() {
        deciding.when(create(1, 1, "resnet"));
        deciding.when(new ChangeModel(FIRST, new ModelName("resnet"), "50 layers", LATER));
        assertThat(deciding.payloads()).last().isEqualTo(new ModelChanged(1, null, "50 layers", LATER));
    }

    @Test
    @Tag("I-43")
    void a_deleted_model_is_unknown_and_its_name_is_free() {
        deciding.when(create(1, 1, "resnet"));
        deciding.when(new DeleteModel(FIRST));
        assertThat(deciding.payloads()).endsWith(new ModelDeleted(1, 1), new NameReleased("model:1/resnet", "model-1"));
        assertThat(deciding.refusalOf(new DeleteModel(FIRST))).isEqualTo(Refusal.UNKNOWN_MODEL);
        assertThat(deciding.refusalOf(rename(1, "vit"))).isEqualTo(Refusal.UNKNOWN_MODEL);
        deciding.when(create(2, 1, "resnet"));
    }

    @Test
    @Tag("I-40")
    void with_its_project_a_model_is_gone() {
        deciding.when(create(1, 1, "resnet"));
        deciding.when(new DeleteProject(new ProjectId(1)));
        assertThat(deciding.refusalOf(rename(1, "vit"))).isEqualTo(Refusal.UNKNOWN_MODEL);
        assertThat(deciding.refusalOf(new DeleteModel(FIRST))).isEqualTo(Refusal.UNKNOWN_MODEL);
        assertThat(deciding.refusalOf(create(2, 1, "vit"))).isEqualTo(Refusal.UNKNOWN_PROJECT);
    }

    @Test
    @Tag("I-31")
    void of_many_models_of_one_name_at_once_one_is_made() throws Exception {
        var all = IntStream.rangeClosed(1, 16)
                .mapToObj(id -> create(id, 1, "resnet"))
                .toList();
        assertThat(deciding.successesOf(all)).isEqualTo(1);
        assertThat(deciding.payloads())
                .filteredOn(ModelCreated.class::isInstance)
                .hasSize(1);
    }

    @Test
    @Tag("I-31")
    void of_many_that_take_one_name_at_once_one_gets_it() throws Exception {
        IntStream.rangeClosed(1, 8).forEach(id -> deciding.when(create(id, 1, "model " + id)));
        var all = Stream.concat(
                        IntStream.rangeClosed(1, 8).mapToObj(id -> rename(id, "best")),
                        IntStream.rangeClosed(9, 16).mapToObj(id -> create(id, 1, "best")))
                .toList();
        assertThat(deciding.successesOf(all)).isEqualTo(1);
        assertThat(deciding.payloads())
                .filteredOn(event ->
                        event instanceof NameClaimed claimed && claimed.claim().equals("model:1/best"))
                .hasSize(1);
    }

    private static CreateModel create(long id, long project, String name) {
        return new CreateModel(new ModelId(id), new ProjectId(project), new ModelName(name), "", DATE);
    }

    private static ChangeModel rename(long id, String name) {
        return new ChangeModel(new ModelId(id), new ModelName(name), null, LATER);
    }
}
