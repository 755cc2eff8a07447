package io.daybook.http.ops;

import io.daybook.api.ops.Outcome;
import io.daybook.http.refusal.Refused;

/** What operators wish for, and what stands against it. */
final class Wishes {

    private Wishes() {}

    static <T> T granted(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T> done -> done.value();
            case Outcome.Declined<T> declined -> throw new Refused(declined.details());
        };
    }
}
