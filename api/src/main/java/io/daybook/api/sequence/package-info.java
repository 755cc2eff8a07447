/** Leases of integer ids. */
@NullMarked
package io.daybook.api.sequence;

import org.jspecify.annotations.NullMarked;
