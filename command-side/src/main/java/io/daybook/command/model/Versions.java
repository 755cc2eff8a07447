package io.daybook.command.model;

import io.daybook.api.model.ModelCommand.ChangeModelVersion;
import io.daybook.api.model.ModelEvent.ModelVersionChanged;
import io.daybook.api.model.ModelEvent.ModelVersionCreated;
import io.daybook.api.model.ModelEvent.ModelVersionDeleted;
import io.daybook.api.model.ModelId;
import io.daybook.api.model.ModelVersionId;
import io.daybook.api.model.Stage;
import io.daybook.api.refusal.Refusal;
import io.daybook.command.bus.Fingerprint;
import io.daybook.command.bus.Refuse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The versions of one model. A number is never given twice, and at most one version is in production. */
final class Versions {

    private final Map<Long, Version> live = new HashMap<>();
    private int registered;
    private @Nullable Long inProduction;

    ModelVersionId next(ModelId model) {
        if (registered == ModelVersionId.MAX_VERSIONS) {
            throw Refuse.command(
                    Refusal.NUMBERS_USED_UP,
                    model + " cannot have more than " + ModelVersionId.MAX_VERSIONS + " versions");
        }
        return ModelVersionId.of(model, registered + 1);
    }

    Version get(ModelVersionId id) {
        Version version = live.get(id.value());
        if (version == null) {
            throw Refuse.command(Refusal.UNKNOWN_MODEL_VERSION, "there is no model version " + id.value());
        }
        return version;
    }

    /** Null when everything is so already. */
    @Nullable ModelVersionChanged change(ChangeModelVersion command) {
        Version now = get(command.version());
        Stage stage = command.stage() == now.stage() ? null : command.stage();
        String text = Fingerprint.changed(now.description(), command.description());
        Long resource = now.otherResource(command.resource());
        if (stage == null && text == null && resource == null) return null;
        return new ModelVersionChanged(
                command.version().model().value(),
                command.version().value(),
                stage,
                text,
                resource,
                command.updatedDate(),
                stage == Stage.PRODUCTION ? inProduction : null);
    }

    void take(ModelVersionCreated event) {
        registered = event.version();
        String text = Fingerprint.of(event.description());
        live.put(event.modelVersionId(), new Version(event.iterationId(), event.resourceId(), Stage.NO_STAGE, text));
    }

    void take(ModelVersionChanged event) {
        Long archived = event.archivedVersionId();
        if (archived != null) live.computeIfPresent(archived, (id, was) -> was.at(Stage.ARCHIVED));
        live.computeIfPresent(event.modelVersionId(), (id, was) -> was.after(event));
        if (event.stage() == Stage.PRODUCTION) {
            inProduction = event.modelVersionId();
        } else if (event.stage() != null) {
            leaveProduction(event.modelVersionId());
        }
    }

    void take(ModelVersionDeleted event) {
        live.remove(event.modelVersionId());
        leaveProduction(event.modelVersionId());
    }

    private void leaveProduction(long version) {
        if (inProduction != null && inProduction == version) inProduction = null;
    }
}
