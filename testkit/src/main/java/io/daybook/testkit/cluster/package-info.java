/** Nodes in processes of their own, which share a log. */
@NullMarked
package io.daybook.testkit.cluster;

import org.jspecify.annotations.NullMarked;
