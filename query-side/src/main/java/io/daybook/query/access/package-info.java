/** Who may ask what: a view of its own, looked at before each query that is asked in somebody's name. */
@NullMarked
package io.daybook.query.access;

import org.jspecify.annotations.NullMarked;
