/** Proof for auditors: the log as it is, as a stream, and its signed heads. */
@NullMarked
package io.daybook.http.audit;

import org.jspecify.annotations.NullMarked;
