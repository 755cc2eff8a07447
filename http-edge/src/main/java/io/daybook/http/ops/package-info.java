/** What operators ask of a node. */
@NullMarked
package io.daybook.http.ops;

import org.jspecify.annotations.NullMarked;
