package io.daybook.command.bus;

import io.daybook.api.message.StoredType;
import java.util.Set;

/**
 * Small state that the deciding side folds from the log and reads without any lock. It is up to date with every command
 * of this node before that command is answered.
 */
public interface Folded {

    /** The events that {@link #fold} wants to see. */
    Set<StoredType> folds();

    /** Takes one event into the state. Events of one aggregate come in order. */
    void fold(Object event);
}
