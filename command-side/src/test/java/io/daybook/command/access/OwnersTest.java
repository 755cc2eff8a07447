package io.daybook.command.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.experiment.ExperimentEvent.ExperimentCreated;
import io.daybook.api.experiment.ExperimentEvent.ExperimentDeleted;
import io.daybook.api.iteration.IterationEvent.IterationCreated;
import io.daybook.api.iteration.IterationEvent.IterationDeleted;
import io.daybook.api.model.ModelEvent.ModelCreated;
import io.daybook.api.model.ModelEvent.ModelDeleted;
import io.daybook.api.project.ProjectEvent.ProjectDeleted;
import io.daybook.api.resource.Content;
import io.daybook.api.resource.ResourceEvent.ResourceCreated;
import io.daybook.command.experiment.Containers;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnersTest {

    private static final String DATE = "2026-02-11T09:15:00.004";
    private static final Content CONTENT = new Content("hash", 1, "filesystem", "file:///artifacts/ha/hash");

    private final InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
    private final EmbeddedEventStore events =
            EmbeddedEventStore.builder().storageEngine(engine).build();
    private final Containers containers = new Containers();
    private final Owners owners = new Owners(events, containers, 100);

    @BeforeEach
    void one_of_each() {
        append("experiment-5", 0, new ExperimentCreated(5, 1, "e", DATE));
        append("iteration-7", 0, new IterationCreated(7, 5, 1, null, DATE));
        append("resource-8", 0, new ResourceCreated(8, 5, 1, "r", CONTENT, DATE));
        append("model-9", 0, new ModelCreated(9, 1, "m", "", DATE));
    }

    @Test
    void everything_tells_where_it_belongs() {
        assertThat(owners.of("experiment-5")).contains(new Owner(1, 5L));
        assertThat(owners.of("iteration-7")).contains(new Owner(1, 5L));
        assertThat(owners.of("resource-8")).contains(new Owner(1, 5L));
        assertThat(owners.of("model-9")).contains(new Owner(1, null));
    }

    @Test
    void what_is_not_there_yet_may_come() {
        assertThat(owners.of("iteration-10")).isEmpty();
        append("iteration-10", 0, new IterationCreated(10, 5, 1, null, DATE));
        assertThat(owners.of("iteration-10")).contains(new Owner(1, 5L));
    }

    @Test
    void what_was_deleted_before_anybody_asked_is_gone() {
        append("iteration-7", 1, new IterationDeleted(7, 5));
        assertThat(owners.of("iteration-7")).isEmpty();
    }

    @Test
    void what_is_deleted_after_somebody_asked_is_gone_too() {
        assertThat(owners.of("model-9")).isPresent();
        append("model-9", 1, new ModelDeleted(9, 1));
        owners.fold(new ModelDeleted(9, 1));
        assertThat(owners.of("model-9")).isEmpty();
    }

    @Test
    void what_lies_in_a_deleted_container_is_gone() {
        assertThat(owners.of("resource-8")).isPresent();
        containers.fold(new ExperimentDeleted(5, 1));
        assertThat(owners.of("experiment-5")).isEmpty();
        assertThat(owners.of("resource-8")).isEmpty();
        assertThat(owners.of("model-9")).isPresent();
        containers.fold(new ProjectDeleted(1));
        assertThat(owners.of("model-9")).isEmpty();
    }

    @Test
    void users_and_tags_belong_to_nothing() {
        assertThat(owners.of("user-1")).isEmpty();
    }

    private void append(String id, long sequence, Object event) {
        engine.appendEvents(new GenericDomainEventMessage<>("any", id, sequence, event));
    }
}
