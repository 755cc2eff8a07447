/** Tags over HTTP. */
@NullMarked
package io.daybook.http.tag;

import org.jspecify.annotations.NullMarked;
