/** What operators see and do, on a running server. */
@NullMarked
package io.daybook.server.ops;

import org.jspecify.annotations.NullMarked;
