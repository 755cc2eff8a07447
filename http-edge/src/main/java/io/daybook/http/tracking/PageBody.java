package io.daybook.http.tracking;

import java.util.List;

/**
 * A part of a list, as the contract shows it.
 *
 * @param total how many items the whole list has
 * @param limit as it was applied
 * @param offset as it was applied
 */
public record PageBody(List<? extends Record> data, long total, int limit, long offset) {}
