package io.daybook.command.iteration;

import io.daybook.api.iteration.IterationCommand.ChangeParameter;
import io.daybook.api.iteration.IterationEvent.ParameterChanged;
import io.daybook.api.iteration.IterationEvent.ParameterDeleted;
import io.daybook.api.iteration.IterationEvent.ParameterLogged;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.ParameterId;
import io.daybook.api.refusal.Refusal;
import io.daybook.command.bus.Fingerprint;
import io.daybook.command.bus.Refuse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of one iteration. A number is never given twice. */
final class Parameters {

    private int logged;
    private Map<Integer, Parameter> live = new HashMap<>();

    ParameterId next(IterationId iteration) {
        if (logged == IterationId.MAX_POINTS) {
            throw Refuse.command(
                    Refusal.ITERATION_FULL,
                    iteration + " cannot hold more than " + IterationId.MAX_POINTS + " parameters");
        }
        return ParameterId.of(iteration.value(), logged);
    }

    /** Null is left as it is, and passes. */
    static void refuseEmpty(@Nullable String key, @Nullable String value) {
        if (key != null && key.isEmpty()) throw Refuse.command(Refusal.NAME_NOT_USABLE, "key is empty");
        if (value != null && value.isEmpty()) throw Refuse.command(Refusal.NAME_NOT_USABLE, "value is empty");
    }

    void refuseUnlessThere(ParameterId id) {
        if (!live.containsKey(id.ordinal())) {
            throw Refuse.command(Refusal.UNKNOWN_PARAMETER, "there is no parameter " + id.value());
        }
    }

    /** Null when the parameter is so already. */
    @Nullable ParameterChanged change(ChangeParameter command) {
        Parameter now = parameter(command.parameter().value());
        String key = Fingerprint.changed(now.key(), command.key());
        String value = Fingerprint.changed(now.value(), command.value());
        if (key == null && value == null) return null;
        return new ParameterChanged(command.id().value(), command.parameter().value(), key, value);
    }

    void take(ParameterLogged event) {
        logged++;
        put(event.parameterId(), new Parameter(Fingerprint.of(event.key()), Fingerprint.of(event.value())));
    }

    void take(ParameterChanged event) {
        Parameter was = parameter(event.parameterId());
        String key = event.key() == null ? was.key() : Fingerprint.of(event.key());
        String value = event.value() == null ? was.value() : Fingerprint.of(event.value());
        put(event.parameterId(), new Parameter(key, value));
    }

    void take(ParameterDeleted event) {
        live.remove(new ParameterId(event.parameterId()).ordinal());
    }

    private Parameter parameter(long id) {
        Parameter parameter = live.get(new ParameterId(id).ordinal());
        if (parameter == null) throw new IllegalStateException("parameter " + id + " was not logged, or deleted");
        return parameter;
    }

    private void put(long id, Parameter parameter) {
        live.put(new ParameterId(id).ordinal(), parameter);
    }

    /** Both as fingerprints. */
    record Parameter(String key, String value) {}
}
