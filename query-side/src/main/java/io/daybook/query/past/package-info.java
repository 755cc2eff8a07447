/** What queries would have been answered at an earlier moment. */
@NullMarked
package io.daybook.query.past;

import org.jspecify.annotations.NullMarked;
