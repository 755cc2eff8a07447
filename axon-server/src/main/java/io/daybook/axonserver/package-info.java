/** The log of several nodes, in Axon Server: the one place that knows its client. */
@NullMarked
package io.daybook.axonserver;

import org.jspecify.annotations.NullMarked;
