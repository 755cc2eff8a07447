package io.daybook.command.resource;

import io.daybook.api.refusal.Refusal;
import io.daybook.api.resource.Content;
import io.daybook.api.resource.ResourceCommand.ChangeResource;
import io.daybook.api.resource.ResourceCommand.CreateResource;
import io.daybook.api.resource.ResourceEvent;
import io.daybook.api.resource.ResourceEvent.ResourceChanged;
import io.daybook.api.resource.ResourceEvent.ResourceCreated;
import io.daybook.api.resource.ResourceEvent.ResourceDeleted;
import io.daybook.command.bus.Fingerprint;
import io.daybook.command.bus.Log;
import io.daybook.command.bus.Refuse;
import io.daybook.command.experiment.Containers;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** A file of an experiment; its bytes lie in a content store, and are told apart by their hash. */
@AggregateRoot(type = "resource")
public class Resource {

    @AggregateIdentifier
    private @Nullable String id;

    private long number;
    private long experimentId;
    private long projectId;
    private String name = "";
    private String description = "";
    private String contentHash = "";

    Resource() {}

    Resource(CreateResource command, long projectId) {
        Log.append(
                projectId,
                new ResourceCreated(
                        command.id().value(),
                        command.experimentId().value(),
                        projectId,
                        command.name(),
                        command.content(),
                        command.createdDate()));
    }

    void delete() {
        Log.append(projectId, new ResourceDeleted(number, experimentId));
    }

    @CommandHandler
    void handle(ChangeResource command, Containers containers) {
        if (containers.experimentIsGone(projectId, experimentId)) {
            throw Refuse.command(Refusal.UNKNOWN_RESOURCE, "what " + id + " belongs to was deleted");
        }
        Refuse.emptyName(command.name());
        String title = Fingerprint.changed(name, command.name());
        String text = Fingerprint.changed(description, command.description());
        Content content = changed(command.content());
        if (title == null && text == null && content == null) return;
        Log.append(projectId, new ResourceChanged(number, title, text, content, command.updatedDate()));
    }

    private @Nullable Content changed(@Nullable Content wanted) {
        return wanted == null || wanted.hash().equals(contentHash) ? null : wanted;
    }

    @EventSourcingHandler
    void on(ResourceEvent event) {
        switch (event) {
            case ResourceCreated created -> begin(created);
            case ResourceChanged changed -> change(changed);
            case ResourceDeleted deleted -> AggregateLifecycle.markDeleted();
        }
    }

    private void begin(ResourceCreated event) {
        id = "resource-" + event.resourceId();
        number = event.resourceId();
        experimentId = event.experimentId();
        projectId = event.projectId();
        name = Fingerprint.of(event.name());
        contentHash = event.content().hash();
    }

    private void change(ResourceChanged event) {
        if (event.name() != null) name = Fingerprint.of(event.name());
        if (event.description() != null) description = Fingerprint.of(event.description());
        if (event.content() != null) contentHash = event.content().hash();
    }
}
