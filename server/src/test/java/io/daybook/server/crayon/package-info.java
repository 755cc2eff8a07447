/** What Crayon clients live through, told once and run on every engine that views can live in. */
@NullMarked
package io.daybook.server.crayon;

import org.jspecify.annotations.NullMarked;
