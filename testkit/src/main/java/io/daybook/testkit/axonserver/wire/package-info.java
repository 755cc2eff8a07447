/** How calls are answered, and refused, over Axon Server's protocol. */
@NullMarked
package io.daybook.testkit.axonserver.wire;

import org.jspecify.annotations.NullMarked;
