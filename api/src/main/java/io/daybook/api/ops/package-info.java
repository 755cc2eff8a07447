/** What operators see of a running server, and what they may do about it. */
@NullMarked
package io.daybook.api.ops;

import org.jspecify.annotations.NullMarked;
