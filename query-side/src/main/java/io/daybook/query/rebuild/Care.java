package io.daybook.query.rebuild;

import io.daybook.api.log.EventLog;
import io.daybook.api.ops.Rebuilds;
import io.daybook.api.ops.ViewStates;
import io.daybook.query.view.Generations;
import io.daybook.query.view.ViewWatch;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.Configuration;
import org.axonframework.lifecycle.Phase;
import org.jspecify.annotations.Nullable;

/** What a node's operators have of its views, as long as these are being filled. */
public final class Care {

    /** Begins after the projections, and ends before them. */
    private static final int PHASE = Phase.INSTRUCTION_COMPONENTS;

    private final Generations generations;
    private final EventLog log;
    private final List<Subject> subjects = new ArrayList<>();
    private @Nullable RebuildService rebuilds;
    private @Nullable ViewList views;

    public Care(Generations generations, EventLog log) {
        this.generations = generations;
        this.log = log;
    }

    /** One more view that is looked after. */
    public void add(Subject subject) {
        subjects.add(subject);
    }

    public void begin(Configuration axon) {
        Sources sources = new Sources(generations, log, axon::eventStore);
        RebuildService service = new RebuildService(subjects, sources);
        ViewList list = new ViewList(
                subjects, sources, service, view -> ViewWatch.stopped(axon.eventProcessingConfiguration(), view)
                        .isPresent());
        rebuilds = service;
        views = list;
        axon.onStart(PHASE, list::start);
        axon.onStart(PHASE, service::start);
        axon.onShutdown(PHASE, service::stop);
        axon.onShutdown(PHASE, list::stop);
    }

    public Rebuilds rebuilds() {
        return begun(rebuilds);
    }

    public ViewStates views() {
        return begun(views);
    }

    private static <T> T begun(@Nullable T part) {
        if (part == null) throw new IllegalStateException("nothing was configured yet");
        return part;
    }
}
