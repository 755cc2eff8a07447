package io.daybook.query.view;

import java.util.function.Supplier;

/** A batch as such has failed, and no event of it is to blame: it is tried again as it is. */
final class BatchFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    BatchFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** Reads or writes documents: what goes wrong there says nothing about events. */
    static <T> T reaching(Supplier<T> documents) {
        try {
            return documents.get();
        } catch (RuntimeException outOfReach) {
            throw new BatchFailure("the documents of a view are out of reach: " + outOfReach.getMessage(), outOfReach);
        }
    }
}
