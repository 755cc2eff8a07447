/** Uniqueness of names, as events: a name is taken by a holder, or free. */
@NullMarked
package io.daybook.api.claim;

import org.jspecify.annotations.NullMarked;
