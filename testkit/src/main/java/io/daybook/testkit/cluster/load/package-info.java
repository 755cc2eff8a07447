/** Clients of several nodes, who note what they were promised. */
@NullMarked
package io.daybook.testkit.cluster.load;

import org.jspecify.annotations.NullMarked;
