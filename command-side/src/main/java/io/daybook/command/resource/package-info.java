/** Decides about resources. */
@NullMarked
package io.daybook.command.resource;

import org.jspecify.annotations.NullMarked;
