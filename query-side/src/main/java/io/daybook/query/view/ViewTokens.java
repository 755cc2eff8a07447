package io.daybook.query.view;

import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * A view's position is its token: both are stored by one call together with the batch's documents. There is one
 * segment, and nothing to claim: a view is written by the one processor of this process, and another writer is noticed
 * by the position that is not what it was.
 */
final class ViewTokens implements TokenStore {

    private static final int[] ONE_SEGMENT = {0};

    private final Map<String, ViewCursor> cursors;

    ViewTokens(Map<String, ViewCursor> cursors) {
        this.cursors = Map.copyOf(cursors);
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processorName, int segment) {
        ViewCursor cursor = cursor(processorName);
        long to = LogPosition.of(token);
        if (CurrentUnitOfWork.isStarted()) {
            cursor.complete(to, cursor.batch(CurrentUnitOfWork.get()).changes());
        } else {
            cursor.complete(to, List.of());
        }
    }

    @Override
    public @Nullable TrackingToken fetchToken(String processorName, int segment) {
        return LogPosition.token(cursor(processorName).fetch());
    }

    /** Asked while nothing happens, and before each batch. */
    @Override
    public void extendClaim(String processorName, int segment) {
        cursor(processorName).check();
    }

    @Override
    public void releaseClaim(String processorName, int segment) {
        // Nothing was claimed.
    }

    @Override
    public int[] fetchSegments(String processorName) {
        return ONE_SEGMENT.clone();
    }

    private ViewCursor cursor(String name) {
        ViewCursor cursor = cursors.get(name);
        if (cursor == null) throw new IllegalArgumentException("there is no view " + name);
        return cursor;
    }
}
