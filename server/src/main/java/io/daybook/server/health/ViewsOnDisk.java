package io.daybook.server.health;

import io.daybook.api.ops.ViewState;
import io.daybook.api.ops.ViewState.Condition;
import io.daybook.api.ops.ViewStates;
import java.util.List;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Views that are kept in the home stand still when its disk takes nothing, though they lack nothing yet. */
public final class ViewsOnDisk implements ViewStates {

    private final ViewStates views;
    private final HealthIndicator disk;

    public ViewsOnDisk(ViewStates views, HealthIndicator disk) {
        this.views = views;
        this.disk = disk;
    }

    @Override
    public List<ViewState> all() {
        List<ViewState> all = views.all();
        var health = disk.health();
        boolean full = health != null && health.getStatus().equals(Status.DOWN);
        return full ? all.stream().map(ViewsOnDisk::stopped).toList() : all;
    }

    private static ViewState stopped(ViewState view) {
        return new ViewState(
                view.name(),
                Condition.STOPPED,
                view.position(),
                view.head(),
                view.eventsPerSecond(),
                view.documents(),
                view.rebuild());
    }
}
