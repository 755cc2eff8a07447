/** Decides whose a name is. */
@NullMarked
package io.daybook.command.claim;

import org.jspecify.annotations.NullMarked;
