package io.daybook.api.ops;

import io.daybook.api.ops.RebuildReport.Mode;
import java.util.List;
import java.util.Optional;

/** Views that are filled once more from the log beside those that answer, one rebuild at a time. */
public interface Rebuilds {

    /** Stands for every view, in a rebuild of several. */
    String ALL = "all";

    /** @return the rebuild's id */
    Outcome<Long> begin(String view, Mode mode);

    /** Those since the start of this node, the last hundred, in their order. */
    List<RebuildReport> reports();

    Optional<RebuildReport> find(long id);

    /** Ends a rebuild that has not begun to switch: nothing has changed by it. */
    Outcome<RebuildReport> cancel(long id);

    /**
     * Back to the documents before the view's last switch, which are caught up first.
     *
     * @return the position at which that was
     */
    Outcome<Long> rollBack(String view);
}
