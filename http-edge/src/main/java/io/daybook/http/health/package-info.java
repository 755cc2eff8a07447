/** Whether the server answers, and how it is. */
@NullMarked
package io.daybook.http.health;

import org.jspecify.annotations.NullMarked;
