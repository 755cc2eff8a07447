package io.daybook.embedded.eventstore;

import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/** Tells that an event with this id, or of this aggregate and sequence, is in the log already. */
public final class SqliteExceptionResolver implements PersistenceExceptionResolver {

    @Override
    public boolean isDuplicateKeyViolation(Exception exception) {
        for (@Nullable Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof SequenceTaken) return true;
            if (cause instanceof SQLiteException sqlite) return isDuplicate(sqlite);
        }
        return false;
    }

    private static boolean isDuplicate(SQLiteException exception) {
        return switch (exception.getResultCode()) {
            // The trigger on INSERT comes before the constraints that it repeats.
            case SQLITE_CONSTRAINT_TRIGGER, SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY -> true;
            default -> false;
        };
    }
}
