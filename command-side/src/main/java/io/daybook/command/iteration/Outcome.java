package io.daybook.command.iteration;

import io.daybook.api.iteration.Environment;
import io.daybook.api.iteration.IterationCommand.ChangeIteration;
import io.daybook.api.iteration.IterationCommand.FinaliseIteration;
import io.daybook.api.iteration.IterationEvent.EnvironmentRecorded;
import io.daybook.api.iteration.IterationEvent.IterationChanged;
import io.daybook.api.iteration.IterationEvent.IterationFinalised;
import io.daybook.api.iteration.IterationStatus;
import io.daybook.command.bus.Fingerprint;
import org.jspecify.annotations.Nullable;

/** How an iteration is going, or went; texts are kept as fingerprints. */
final class Outcome {

    private IterationStatus status = IterationStatus.RUNNING;
    private boolean ended;
    private String errorMessage = "";
    private String notes = "";
    private String environment = fingerprint(Environment.NONE);

    boolean ended() {
        return ended;
    }

    /** Null when everything is so already. */
    @Nullable IterationChanged change(ChangeIteration command) {
        IterationStatus next = changed(command.status());
        String error = Fingerprint.changed(errorMessage, command.errorMessage());
        String text = Fingerprint.changed(notes, command.notes());
        if (next == null && error == null && text == null) return null;
        return new IterationChanged(command.id().value(), next, error, text);
    }

    IterationFinalised end(FinaliseIteration command) {
        return new IterationFinalised(
                command.id().value(),
                changed(command.status()),
                command.endDate(),
                Fingerprint.changed(errorMessage, command.errorMessage()),
                Fingerprint.changed(notes, command.notes()));
    }

    boolean isRecorded(Environment wanted) {
        return environment.equals(fingerprint(wanted));
    }

    private @Nullable IterationStatus changed(@Nullable IterationStatus wanted) {
        return wanted == status ? null : wanted;
    }

    void take(IterationChanged event) {
        keep(event.status(), event.errorMessage(), event.notes());
    }

    void take(IterationFinalised event) {
        ended = true;
        keep(event.status(), event.errorMessage(), event.notes());
    }

    void take(EnvironmentRecorded event) {
        environment = fingerprint(event.environment());
    }

    private void keep(@Nullable IterationStatus next, @Nullable String error, @Nullable String text) {
        if (next != null) status = next;
        if (error != null) errorMessage = Fingerprint.of(error);
        if (text != null) notes = Fingerprint.of(text);
    }

    private static String fingerprint(Environment of) {
        return Fingerprint.of(
                of.juliaVersion(),
                of.gitSha(),
                Boolean.toString(of.gitDirty()),
                of.entrypoint(),
                of.projectToml(),
                of.manifestToml());
    }
}
