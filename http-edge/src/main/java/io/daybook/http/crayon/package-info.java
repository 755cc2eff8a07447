/** The Crayon API. */
@NullMarked
package io.daybook.http.crayon;

import org.jspecify.annotations.NullMarked;
