package io.daybook.query.view;

import io.daybook.api.documents.Change;
import java.util.List;

/** Told, on the thread that fills a view, what is about to happen to its documents. */
public interface Witness {

    /** These are going to be changed. */
    void before(List<Change> changes);

    /** The view goes on from here: lower than before when its documents were lost. */
    void begins(long position);
}
