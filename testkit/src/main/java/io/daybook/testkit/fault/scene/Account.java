package io.daybook.testkit.fault.scene;

/** What writers were told, and what was there in the end. */
public record Account(long acknowledged, long refused, long unanswered, long found) {

    Account plus(Account other) {
        return new Account(
                acknowledged + other.acknowledged,
                refused + other.refused,
                unanswered + other.unanswered,
                found + other.found);
    }
}
