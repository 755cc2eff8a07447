package io.daybook.query.view;

import java.time.Duration;
import java.util.Optional;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.TrackingEventProcessor;

/** Whether the views follow the log: each is being filled, and moves when there is something that it has not got. */
public final class ViewWatch {

    private final Views views;
    private final ViewPositions positions;
    private final EventProcessingConfiguration processors;
    private final Duration patience;

    /** @param patience for so long a view that is behind may stand still */
    public ViewWatch(Views views, ViewPositions positions, EventProcessingConfiguration processors, Duration patience) {
        this.views = views;
        this.positions = positions;
        this.processors = processors;
        this.patience = patience;
    }

    /** What is wrong with the first view that something is wrong with. */
    public Optional<String> complaint() throws InterruptedException {
        for (var view : views.all()) {
            Optional<String> complaint = complaint(view.name());
            if (complaint.isPresent()) return complaint;
        }
        return Optional.empty();
    }

    private Optional<String> complaint(String view) throws InterruptedException {
        long reached = positions.of(view);
        Optional<String> stopped = stopped(processors, view);
        if (stopped.isPresent())
            return stopped.map(why -> "the view " + view + " stopped at position " + reached + ": " + why);
        boolean behind = views.head() > reached;
        if (!behind || positions.await(view, reached + 1, patience)) return Optional.empty();
        return Optional.of("the view " + view + " stands still at position " + reached + " of " + views.head());
    }

    /** Why nothing fills a view now, if so: a try that failed is told by its segment, since Axon's processor goes on. */
    public static Optional<String> stopped(EventProcessingConfiguration processors, String view) {
        TrackingEventProcessor processor =
                processors.eventProcessor(view, TrackingEventProcessor.class).orElse(null);
        if (processor == null || !processor.isRunning()) return Optional.of("nobody fills it");
        return processor.processingStatus().values().stream()
                .filter(EventTrackerStatus::isErrorState)
                .findFirst()
                .map(status -> String.valueOf(status.getError()));
    }
}
