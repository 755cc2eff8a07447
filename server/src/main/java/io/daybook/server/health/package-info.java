/** How the parts of a node are, asked of each of them in good time. */
@NullMarked
package io.daybook.server.health;

import org.jspecify.annotations.NullMarked;
