/** Decides about models and their versions. */
@NullMarked
package io.daybook.command.model;

import org.jspecify.annotations.NullMarked;
