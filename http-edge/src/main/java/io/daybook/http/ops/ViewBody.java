package io.daybook.http.ops;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.api.ops.RebuildReport;
import io.daybook.api.ops.ViewState;
import org.jspecify.annotations.Nullable;

record ViewBody(
        String name,
        String state,
        long position,
        long head,
        long lag,
        @JsonProperty("events_per_second") double eventsPerSecond,
        long documents,
        @Nullable RebuildBody rebuild) {

    static ViewBody of(ViewState view) {
        RebuildReport rebuild = view.rebuild();
        return new ViewBody(
                view.name(),
                view.condition().name(),
                view.position(),
                view.head(),
                view.lag(),
                view.eventsPerSecond(),
                view.documents(),
                rebuild == null ? null : RebuildBody.of(rebuild));
    }
}
