/** The series door of a running server. */
@NullMarked
package io.daybook.server.series;

import org.jspecify.annotations.NullMarked;
