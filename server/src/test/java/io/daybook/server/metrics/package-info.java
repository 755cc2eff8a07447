/** What is counted, as Prometheus reads it. */
@NullMarked
package io.daybook.server.metrics;

import org.jspecify.annotations.NullMarked;
