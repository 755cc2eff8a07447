/** Several nodes on one Axon Server, each a process of its own. */
@NullMarked
package io.daybook.server.cluster;

import org.jspecify.annotations.NullMarked;
