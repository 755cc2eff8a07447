/** Projects over HTTP. */
@NullMarked
package io.daybook.http.project;

import org.jspecify.annotations.NullMarked;
