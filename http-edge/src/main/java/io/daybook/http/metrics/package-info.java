/** What the server counts and measures, for Prometheus. */
@NullMarked
package io.daybook.http.metrics;

import org.jspecify.annotations.NullMarked;
