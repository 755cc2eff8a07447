package io.daybook.api.log;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What differs between two moments, by the views that answer in the present. */
public interface Differences {

    /**
     * Hands over each difference once, what lies in something after it.
     *
     * @param from a position, not beyond {@code to}; 0 for the empty log
     * @param to a position that the log has reached
     * @param project of whose things to tell; null for everything, users and tags included
     */
    void between(long from, long to, @Nullable Long project, Consumer<Difference> found);
}
