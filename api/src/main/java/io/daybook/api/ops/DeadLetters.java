package io.daybook.api.ops;

import io.daybook.api.refusal.RefusalDetails;
import java.util.List;

/** The events that views on this node could not apply. */
public interface DeadLetters {

    /** All that wait: those of one view after those of another, the oldest of each first. Costs nothing. */
    List<DeadLetter> all();

    /** Applies the event, and in their order those that wait behind it, until one cannot be applied. */
    Outcome retry(String id) throws InterruptedException;

    /** Forgets what waits: the view goes on with the aggregate's next event, and has the others when it is rebuilt. */
    Outcome drop(String id) throws InterruptedException;

    /** What has become of a wish. */
    sealed interface Outcome {

        /** @param letter as it is after a retry, or as it was when it was dropped */
        record Settled(DeadLetter letter) implements Outcome {}

        record Refused(RefusalDetails why) implements Outcome {}
    }
}
