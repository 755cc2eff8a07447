/** How the program starts, refuses to start, and stops. */
@NullMarked
package io.daybook.server.start;

import org.jspecify.annotations.NullMarked;
