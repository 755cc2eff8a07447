/** Experiments as Crayon clients know them: by name. */
@NullMarked
package io.daybook.query.crayon;

import org.jspecify.annotations.NullMarked;
