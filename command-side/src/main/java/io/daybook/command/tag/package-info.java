/** Tags: words that projects, experiments and iterations bear. */
@NullMarked
package io.daybook.command.tag;

import org.jspecify.annotations.NullMarked;
