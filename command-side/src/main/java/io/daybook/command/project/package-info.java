/** Decides about projects and the rights in them. */
@NullMarked
package io.daybook.command.project;

import org.jspecify.annotations.NullMarked;
