/** What the parts count, under the names that {@code docs/monitoring.md} lists. */
@NullMarked
package io.daybook.server.metrics;

import org.jspecify.annotations.NullMarked;
