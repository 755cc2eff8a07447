/** The file of the log: its table, its chain of hashes, and how it is read and written. */
@NullMarked
package io.daybook.embedded.log;

import org.jspecify.annotations.NullMarked;
