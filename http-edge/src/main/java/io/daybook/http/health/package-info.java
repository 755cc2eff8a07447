/** Whether the server answers. */
@NullMarked
package io.daybook.http.health;

import org.jspecify.annotations.NullMarked;
