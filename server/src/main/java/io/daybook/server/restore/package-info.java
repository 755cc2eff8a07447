/** The zip of a server made into a server again. */
@NullMarked
package io.daybook.server.restore;

import org.jspecify.annotations.NullMarked;
