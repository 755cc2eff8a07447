/** How events become stored bytes: their names, ids and times. */
@NullMarked
package io.daybook.server.event;

import org.jspecify.annotations.NullMarked;
