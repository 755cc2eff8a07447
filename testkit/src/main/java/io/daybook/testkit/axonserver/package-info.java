/**
 * A server that speaks Axon Server's protocol, for tests, with the real server's rules as far as Daybook meets them. It shares
 * no code with what is tested on it: its events lie in a table of its own.
 */
@NullMarked
package io.daybook.testkit.axonserver;

import org.jspecify.annotations.NullMarked;
