package io.daybook.query.iteration;

import io.daybook.api.iteration.Environment;
import io.daybook.api.iteration.IterationEvent.IterationChanged;
import io.daybook.api.iteration.IterationEvent.IterationCreated;
import io.daybook.api.iteration.IterationEvent.IterationFinalised;
import io.daybook.api.iteration.IterationStatus;
import io.daybook.api.iteration.IterationView;
import io.daybook.query.documents.Body;
import io.daybook.query.documents.Fields;
import org.bson.BsonDocument;

/** An iteration as stored, but for its environment. */
final class IterationDocument {

    private static final String EXPERIMENT = "experiment";
    private static final String STATUS = "status";
    private static final String END_DATE = "end_date";
    private static final String NOTES = "notes";
    private static final String ERROR = "error_message";

    private IterationDocument() {}

    static long experiment(Fields iteration) {
        return iteration.number(EXPERIMENT);
    }

    /** Its parent may be gone. */
    static IterationView view(Fields iteration) {
        return new IterationView(
                iteration.number("id"),
                experiment(iteration),
                iteration.text(NOTES),
                iteration.text("created_date"),
                iteration.textOrNull(END_DATE),
                iteration.numberOrNull("parent"),
                iteration.one(IterationStatus.class, STATUS),
                iteration.text(ERROR),
                Environment.NONE);
    }

    static BsonDocument of(IterationCreated event) {
        return Body.empty()
                .with("id", event.iterationId())
                .with(EXPERIMENT, event.experimentId())
                .with("parent", event.parentId())
                .with("created_date", event.createdDate())
                .with(STATUS, IterationStatus.RUNNING)
                .with(NOTES, "")
                .with(ERROR, "")
                .bson();
    }

    static BsonDocument changed(BsonDocument old, IterationChanged event) {
        return Body.of(old)
                .with(STATUS, event.status())
                .with(ERROR, event.errorMessage())
                .with(NOTES, event.notes())
                .bson();
    }

    static BsonDocument finalised(BsonDocument old, IterationFinalised event) {
        return Body.of(old)
                .with(STATUS, event.status())
                .with(END_DATE, event.endDate())
                .with(ERROR, event.errorMessage())
                .with(NOTES, event.notes())
                .bson();
    }
}
