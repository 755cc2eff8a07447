/** The zip of one experiment: written from the event log, and checked before anything is restored from it. */
@NullMarked
package io.daybook.query.backup;

import org.jspecify.annotations.NullMarked;
