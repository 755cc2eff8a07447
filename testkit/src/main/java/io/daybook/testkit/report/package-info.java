/** Tables in documents, written by programs. */
@NullMarked
package io.daybook.testkit.report;

import org.jspecify.annotations.NullMarked;
