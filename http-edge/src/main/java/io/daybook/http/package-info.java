/** Everything that is spoken over HTTP; {@link io.daybook.http.HttpEdge} is the way in. */
@NullMarked
package io.daybook.http;

import org.jspecify.annotations.NullMarked;
