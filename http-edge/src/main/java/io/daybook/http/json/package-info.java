/** JSON bodies, read strictly and written as they are made. */
@NullMarked
package io.daybook.http.json;

import org.jspecify.annotations.NullMarked;
