/** Who may do what, and how that is asked. */
@NullMarked
package io.daybook.api.access;

import org.jspecify.annotations.NullMarked;
