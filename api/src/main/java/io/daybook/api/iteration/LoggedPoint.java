package io.daybook.api.iteration;

/**
 * A scalar point with its places.
 *
 * @param ordinal among all scalar points ever logged to the iteration, from 0; never changes
 * @param number among all points ever logged under its key, from 0. A point that gets another key is the last of that
 *     key's points, and gets the next number there
 */
public record LoggedPoint(long ordinal, long number, ScalarPoint point) {}
