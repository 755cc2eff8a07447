package io.daybook.server.ops;

import io.daybook.api.documents.Change;
import io.daybook.api.documents.Document;
import io.daybook.api.documents.Documents;
import io.daybook.query.iteration.SeriesView;
import io.daybook.server.running.Deadline;
import io.daybook.server.running.RunningServer;
import java.util.List;

/** A series {@code loss} that a view has lost: what is logged to it cannot be applied until it is back. */
public final class LostSeries {

    private static final String SERIES = "series";

    private final RunningServer server;
    private final Document lost;

    private LostSeries(RunningServer server, Document lost) {
        this.server = server;
        this.lost = lost;
    }

    /** The view has to have caught up. */
    public static LostSeries of(RunningServer server, long iteration) throws Exception {
        String id = "%016d/s/loss".formatted(iteration);
        Document lost = server.bean(Documents.class).get(SERIES, id).orElseThrow();
        LostSeries series = new LostSeries(server, lost);
        series.apply(new Change.Remove(SERIES, id));
        return series;
    }

    public void putBack() throws Exception {
        apply(new Change.Put(SERIES, lost.id(), lost.position(), lost.body()));
    }

    /** The view's thread may move the position at the same time, and is not to notice. */
    private void apply(Change change) throws Exception {
        Documents documents = server.bean(Documents.class);
        Deadline.until("the documents are changed", () -> {
            long position = documents.position(SeriesView.VIEW);
            try {
                documents.apply(SeriesView.VIEW, position, position, List.of(change));
                return true;
            } catch (IllegalStateException moved) {
                return false;
            }
        });
    }
}
