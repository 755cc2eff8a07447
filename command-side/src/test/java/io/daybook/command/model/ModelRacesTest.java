package io.daybook.command.model;

import static io.daybook.command.Projects.DATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.iteration.IterationCommand.DeleteIteration;
import io.daybook.api.iteration.IterationEvent.IterationDeleted;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.model.ModelCommand.ChangeModelVersion;
import io.daybook.api.model.ModelCommand.CreateModel;
import io.daybook.api.model.ModelCommand.CreateModelVersion;
import io.daybook.api.model.ModelEvent.ModelVersionChanged;
import io.daybook.api.model.ModelEvent.ModelVersionCreated;
import io.daybook.api.model.ModelId;
import io.daybook.api.model.ModelName;
import io.daybook.api.model.ModelVersionId;
import io.daybook.api.model.Stage;
import io.daybook.api.project.ProjectId;
import io.daybook.api.resource.ResourceId;
import io.daybook.command.Deciding;
import io.daybook.command.Projects;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ModelRacesTest {

    private static final ModelId MODEL = new ModelId(1);
    private static final ModelId OTHER = new ModelId(2);

    private final Deciding deciding = Projects.two();

    @BeforeEach
    void two_models() {
        deciding.when(new CreateModel(MODEL, new ProjectId(1), new ModelName("resnet"), "", DATE));
        deciding.when(new CreateModel(OTHER, new ProjectId(1), new ModelName("vit"), "", DATE));
    }

    @AfterEach
    void close() {
        deciding.close();
    }

    @Test
    @Tag("I-34")
    void versions_registered_at_once_are_numbered_without_a_gap() throws Exception {
        // The two experiments are wanted in both orders: whoever locks them as asked runs into the others.
        var all = IntStream.range(0, 16)
                .mapToObj(i -> version(i % 4 < 2 ? MODEL : OTHER, 1 + i % 2, 2 - i % 2))
                .toList();
        assertThat(deciding.successesOf(all)).isEqualTo(16);
        for (ModelId model : Set.of(MODEL, OTHER)) {
            assertThat(numbersOf(model))
                    .containsExactly(LongStream.rangeClosed(1, 8).toArray());
        }
    }

    @Test
    @Tag("I-36")
    void of_two_versions_promoted_at_once_one_is_in_production() throws Exception {
        deciding.when(version(MODEL, 1, 1));
        deciding.when(version(MODEL, 1, 1));
        var all = IntStream.range(0, 16).mapToObj(i -> promote(1 + i % 2)).toList();
        assertThat(deciding.successesOf(all)).isEqualTo(16);
        assertThat(inProduction()).hasSize(1);
    }

    @Test
    @Tag("I-39")
    void nothing_that_was_deleted_is_pointed_at() throws Exception {
        var all = IntStream.range(0, 16)
                .mapToObj(i -> i == 8 ? new DeleteIteration(new IterationId(1)) : version(MODEL, 1, 2))
                .toList();
        long successes = deciding.successesOf(all);
        boolean deleted = deciding.payloads().stream().anyMatch(IterationDeleted.class::isInstance);
        // Either the deletion came first, and all others were refused, or it was itself.
        assertThat(successes).isEqualTo(deleted ? 1 : 15);
        assertThat(numbersOf(MODEL)).hasSize(deleted ? 0 : 15);
    }

    private long[] numbersOf(ModelId model) {
        return created()
                .filter(event -> event.modelId() == model.value())
                .mapToLong(ModelVersionCreated::version)
                .toArray();
    }

    private Stream<ModelVersionCreated> created() {
        return deciding.payloads().stream()
                .filter(ModelVersionCreated.class::isInstance)
                .map(ModelVersionCreated.class::cast);
    }

    /** As a view would have it that does only what the events say. */
    private Set<Long> inProduction() {
        Set<Long> versions = new HashSet<>();
        for (Object event : deciding.payloads()) {
            if (!(event instanceof ModelVersionChanged changed)) continue;
            versions.add(changed.modelVersionId());
            if (changed.archivedVersionId() != null) versions.remove(changed.archivedVersionId());
        }
        return versions;
    }

    private static CreateModelVersion version(ModelId model, long iteration, long resource) {
        return new CreateModelVersion(model, new IterationId(iteration), new ResourceId(resource), "", DATE);
    }

    private static ChangeModelVersion promote(int version) {
        return new ChangeModelVersion(ModelVersionId.of(MODEL, version), Stage.PRODUCTION, null, null, DATE);
    }
}
