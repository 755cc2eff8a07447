/** Remembers: follows the log, keeps documents, answers queries. */
@NullMarked
package io.daybook.query;

import org.jspecify.annotations.NullMarked;
