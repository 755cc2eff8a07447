/** Models and their versions. */
@NullMarked
package io.daybook.query.model;

import org.jspecify.annotations.NullMarked;
