/** The zip of everything that a server keeps: written, and checked. */
@NullMarked
package io.daybook.query.backup.whole;

import org.jspecify.annotations.NullMarked;
