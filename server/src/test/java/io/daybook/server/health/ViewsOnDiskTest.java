package io.daybook.server.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.ops.ViewState;
import io.daybook.api.ops.ViewState.Condition;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;

class ViewsOnDiskTest {

    private static final ViewState LIVE = new ViewState("series", Condition.LIVE, 7, 7, 0.5, 3, null);
    private static final ViewState STOPPED = new ViewState("series", Condition.STOPPED, 7, 7, 0.5, 3, null);

    @Test
    @Tag("ops-5.honest")
    void stand_still_as_long_as_the_disk_takes_nothing() {
        AtomicReference<Health> disk = new AtomicReference<>(Health.up().build());
        ViewsOnDisk views = new ViewsOnDisk(() -> List.of(LIVE), disk::get);

        assertThat(views.all()).containsExactly(LIVE);
        disk.set(Health.down().build());
        assertThat(views.all()).containsExactly(STOPPED);
        disk.set(Health.up().build());
        assertThat(views.all()).containsExactly(LIVE);
    }
}
