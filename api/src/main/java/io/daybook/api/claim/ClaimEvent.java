package io.daybook.api.claim;

import org.jspecify.annotations.Nullable;

/** {@code claim} is the aggregate's id: a kind and a name, as in {@code crayon:foo}. */
public sealed interface ClaimEvent {

    /** The name belongs to {@code holder} (an aggregate's id) now; {@code previous} held it until then, if anybody did. */
    record NameClaimed(
            String claim, String holder, @Nullable String previous) implements ClaimEvent {}

    record NameReleased(String claim, String holder) implements ClaimEvent {}
}
