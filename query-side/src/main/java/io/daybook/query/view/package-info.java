/** Views as such: following the log in batches, positions, and reads that wait for them. */
@NullMarked
package io.daybook.query.view;

import org.jspecify.annotations.NullMarked;
