/** Ids for what is about to be created, from leased blocks. */
@NullMarked
package io.daybook.http.sequence;

import org.jspecify.annotations.NullMarked;
