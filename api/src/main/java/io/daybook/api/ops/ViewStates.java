package io.daybook.api.ops;

import java.util.List;

/** How the views of this node are. Asking costs next to nothing, and does no I/O: a lost store does not stop the answer. */
public interface ViewStates {

    List<ViewState> all();
}
