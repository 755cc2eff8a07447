package io.daybook.query.past;

import io.daybook.api.log.EventFilter;
import io.daybook.query.view.Projected;
import java.util.List;

/**
 * Views as they were.
 *
 * @param position as of which
 * @param hash of the chain there: another log may stand at the same position after a restore
 * @param views which views
 * @param filters the events that fill them
 */
record Wanted(long position, String hash, List<Projected> views, List<EventFilter> filters) {}
