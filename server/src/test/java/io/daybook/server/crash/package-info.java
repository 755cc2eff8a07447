/** The server killed in the midst of its work. */
@NullMarked
package io.daybook.server.crash;

import org.jspecify.annotations.NullMarked;
