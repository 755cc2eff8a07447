/** Who is let in at Crayon's routes, and what is refused there. */
@NullMarked
package io.daybook.server.crayon.door;

import org.jspecify.annotations.NullMarked;
