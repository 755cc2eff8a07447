/** Tags and what bears them. */
@NullMarked
package io.daybook.query.tag;

import org.jspecify.annotations.NullMarked;
