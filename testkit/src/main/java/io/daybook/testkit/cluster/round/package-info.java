/** Nodes and their store killed under load, as often as wanted: nothing is lost. */
@NullMarked
package io.daybook.testkit.cluster.round;

import org.jspecify.annotations.NullMarked;
