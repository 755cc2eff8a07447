/** What a server says of itself, and to its log. */
@NullMarked
package io.daybook.server.health;

import org.jspecify.annotations.NullMarked;
