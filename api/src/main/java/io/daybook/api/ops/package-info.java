/** What operators see of a node, and what they may do to it. */
@NullMarked
package io.daybook.api.ops;

import org.jspecify.annotations.NullMarked;
