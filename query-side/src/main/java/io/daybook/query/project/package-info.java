/** Projects. */
@NullMarked
package io.daybook.query.project;

import org.jspecify.annotations.NullMarked;
