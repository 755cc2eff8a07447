package io.daybook.http;

import io.daybook.api.ops.Outcome;
import io.daybook.api.ops.RebuildReport;
import io.daybook.api.ops.RebuildReport.Mode;
import io.daybook.api.ops.RebuildReport.Progress;
import io.daybook.api.ops.RebuildReport.State;
import io.daybook.api.ops.Rebuilds;
import io.daybook.api.ops.ViewState;
import io.daybook.api.ops.ViewState.Condition;
import io.daybook.api.ops.ViewStates;
import io.daybook.api.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One view, {@code shelf}, whose rebuilds never end. */
public final class Yard implements ViewStates, Rebuilds {

    private final List<RebuildReport> rebuilds = new ArrayList<>();

    public synchronized void clear() {
        rebuilds.clear();
    }

    @Override
    public synchronized List<ViewState> all() {
        RebuildReport last = rebuilds.isEmpty() ? null : rebuilds.getLast();
        return List.of(new ViewState("shelf", Condition.CATCHING_UP, 7, 9, 1.5, 3, last));
    }

    @Override
    public synchronized Outcome<Long> begin(String view, Mode mode) {
        if (!view.equals("shelf") && !view.equals(ALL)) return Outcome.declined(Refusal.UNKNOWN_VIEW, "no view");
        if (!rebuilds.isEmpty()) return Outcome.declined(Refusal.REBUILD_RUNNING, "rebuild 1 is running");
        rebuilds.add(new RebuildReport(1, view, mode, State.RUNNING, new Progress(4, 9, 44, 12L, 2.5), null));
        return new Outcome.Done<>(1L);
    }

    @Override
    public synchronized List<RebuildReport> reports() {
        return List.copyOf(rebuilds);
    }

    @Override
    public synchronized Optional<RebuildReport> find(long id) {
        return rebuilds.stream().filter(rebuild -> rebuild.id() == id).findFirst();
    }

    @Override
    public synchronized Outcome<RebuildReport> cancel(long id) {
        return find(id).<Outcome<RebuildReport>>map(Outcome.Done::new)
                .orElseGet(() -> Outcome.declined(Refusal.UNKNOWN_REBUILD, "no rebuild"));
    }

    @Override
    public Outcome<Long> rollBack(String view) {
        return Outcome.declined(Refusal.NO_SWITCH_BEFORE, "nothing to go back to");
    }
}
