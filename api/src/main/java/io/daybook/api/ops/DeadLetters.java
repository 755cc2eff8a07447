package io.daybook.api.ops;

import java.util.List;

/** The events that views on this node could not apply. */
public interface DeadLetters {

    /** All that wait: those of one view after those of another, the oldest of each first. Costs nothing. */
    List<DeadLetter> all();

    /**
     * Applies the event, and in their order those that wait behind it, until one cannot be applied.
     *
     * @return the letter as it is then
     */
    Outcome<DeadLetter> retry(String id) throws InterruptedException;

    /**
     * Forgets what waits: the view goes on with the aggregate's next event, and has the others when it is rebuilt.
     *
     * @return the letter as it was
     */
    Outcome<DeadLetter> drop(String id) throws InterruptedException;
}
