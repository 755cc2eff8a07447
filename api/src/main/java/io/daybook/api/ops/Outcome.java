package io.daybook.api.ops;

import io.daybook.api.refusal.Refusal;
import io.daybook.api.refusal.RefusalDetails;

/** What became of an operator's wish. */
public sealed interface Outcome<T> {

    record Done<T>(T value) implements Outcome<T> {}

    record Declined<T>(RefusalDetails details) implements Outcome<T> {}

    static <T> Outcome<T> declined(Refusal refusal, String message) {
        return new Declined<>(new RefusalDetails(refusal, message));
    }
}
