package io.daybook.http.resource;

import static io.daybook.http.World.queryRefusal;
import static io.daybook.http.World.refusal;
import static io.daybook.http.resource.Samples.HELLO;
import static io.daybook.http.resource.Samples.WEIGHTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.page.Page;
import io.daybook.api.page.Slice;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.resource.ResourceCommand.DeleteResource;
import io.daybook.api.resource.ResourceId;
import io.daybook.api.resource.ResourceQuery.FindResource;
import io.daybook.api.resource.ResourceQuery.FindResourcesOfExperiment;
import io.daybook.api.resource.ResourceView;
import io.daybook.http.EdgeServer;
import io.daybook.testkit.http.Covers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourcesTest {

    private static final String JSON = "{\"id\":3,\"experiment_id\":4,\"name\":\"weights.bin\",\"description\":\"\","
            + "\"created_date\":\"2026-02-11T09:20:00.911\",\"updated_date\":null,\"backend\":\"filesystem\","
            + "\"uri\":\"file:///artifacts/2c/" + HELLO + "\",\"size_bytes\":5,\"content_hash\":\"" + HELLO + "\"}";

    @RegisterExtension
    static final EdgeServer edge = new EdgeServer();

    @BeforeEach
    void all_is_well() {
        edge.world.query(FindResource.class, ResourceView.class, find -> WEIGHTS);
        edge.world.query(FindResourcesOfExperiment.class, Page.class, find -> new Page<>(List.of(WEIGHTS), 17));
        edge.world.command(DeleteResource.class, delete -> "deleted");
    }

    @Covers("GET /resource/{id}")
    @Test
    void a_resource_is_shown_without_its_bytes() {
        edge.http().get("/resource/3").answers(200, JSON);
        edge.http().get("/resource/3/").answers(200, JSON);

        assertThat(edge.world.payloads(FindResource.class)).contains(new FindResource(new ResourceId(3)));
    }

    @Covers("GET /resource/experiment/{experiment_id}")
    @Test
    void resources_are_listed_in_pages() {
        edge.http()
                .get("/resource/experiment/4", "limit", "1")
                .answers(200, "{\"data\":[" + JSON + "],\"total\":17,\"limit\":1,\"offset\":0}");

        assertThat(edge.world.payloads(FindResourcesOfExperiment.class))
                .containsExactly(new FindResourcesOfExperiment(new ExperimentId(4), new Slice(0, 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/resource/3", "/resource/3/data", "/resource/0", "/resource/abc/data", "/resource/abc"})
    void what_is_no_resource_is_not_found(String path) {
        edge.world.query(FindResource.class, ResourceView.class, find -> {
            throw queryRefusal(Refusal.UNKNOWN_RESOURCE);
        });

        edge.http().get(path).answers(404).isEnvelope("NOT_FOUND");
    }

    @Covers("DELETE /resource/{id}")
    @Test
    void a_resource_is_deleted() {
        edge.http().delete("/resource/3").answers(200, "{\"message\":\"OK\"}");

        assertThat(edge.world.payloads(DeleteResource.class)).containsExactly(new DeleteResource(new ResourceId(3)));
    }

    @ParameterizedTest
    @CsvSource({"UNKNOWN_RESOURCE, 404, NOT_FOUND", "REFERENCED_BY_MODEL_VERSION, 409, CONFLICT"})
    void a_refused_deletion_is_told(Refusal refusal, int status, String code) {
        edge.world.command(DeleteResource.class, delete -> {
            throw refusal(refusal);
        });

        edge.http().delete("/resource/3").answers(status).isEnvelope(code);
    }
}
