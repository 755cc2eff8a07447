package io.daybook.api.ops;

import org.jspecify.annotations.Nullable;

/**
 * An event that a view could not apply, and that waits with those that follow on it.
 *
 * @param view that could not apply it
 * @param aggregate whose events wait
 * @param position of the first event that waits; once all are applied, of the last one that was
 * @param type the event's registered name
 * @param error why it could not be applied, in a line; null once it is
 * @param since a UTC instant with milliseconds
 * @param successors how many later events of the aggregate wait behind it
 */
public record DeadLetter(
        String id,
        String view,
        String aggregate,
        long position,
        String type,
        @Nullable String error,
        String since,
        long successors) {}
