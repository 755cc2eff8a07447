/** Resources of experiments; their bytes lie elsewhere. */
@NullMarked
package io.daybook.query.resource;

import org.jspecify.annotations.NullMarked;
