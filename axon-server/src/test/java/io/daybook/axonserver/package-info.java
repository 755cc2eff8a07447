/** The shared log, against a server that speaks the protocol. */
@NullMarked
package io.daybook.axonserver;

import org.jspecify.annotations.NullMarked;
