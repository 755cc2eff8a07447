/** Views filled once more beside those that answer: compared, put in their place, taken back; and how all of them are. */
@NullMarked
package io.daybook.query.rebuild;

import org.jspecify.annotations.NullMarked;
