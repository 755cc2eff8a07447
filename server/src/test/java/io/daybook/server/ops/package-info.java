/** What operators see of a running server, and do to it. */
@NullMarked
package io.daybook.server.ops;

import org.jspecify.annotations.NullMarked;
