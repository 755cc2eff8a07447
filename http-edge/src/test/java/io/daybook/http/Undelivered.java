package io.daybook.http;

import io.daybook.api.ops.DeadLetter;
import io.daybook.api.ops.DeadLetters;
import io.daybook.api.ops.Outcome;
import io.daybook.api.refusal.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One dead letter, whose error a retry takes away; unless it is said what stands against it. */
public final class Undelivered implements DeadLetters {

    public static final DeadLetter LETTER = new DeadLetter(
            "series-17",
            "series",
            "iteration-7",
            17,
            "ScalarsLogged",
            "IllegalStateException: it is missing",
            "2026-06-23T13:07:27.104Z",
            2);

    public @Nullable Refusal refusal;

    void clear() {
        refusal = null;
    }

    @Override
    public List<DeadLetter> all() {
        return List.of(LETTER);
    }

    @Override
    public Outcome<DeadLetter> retry(String id) {
        return outcome(
                id,
                new DeadLetter(
                        LETTER.id(), LETTER.view(), LETTER.aggregate(), 19, LETTER.type(), null, LETTER.since(), 0));
    }

    @Override
    public Outcome<DeadLetter> drop(String id) {
        return outcome(id, LETTER);
    }

    private Outcome<DeadLetter> outcome(String id, DeadLetter letter) {
        Refusal against = LETTER.id().equals(id) ? refusal : Refusal.OWNER_NOT_FOUND;
        return against == null ? new Outcome.Done<>(letter) : Outcome.declined(against, "it is " + against);
    }
}
