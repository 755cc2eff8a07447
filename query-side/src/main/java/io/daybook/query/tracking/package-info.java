/** The view {@code tracking}: everything that the tracking API shows but metrics. */
@NullMarked
package io.daybook.query.tracking;

import org.jspecify.annotations.NullMarked;
