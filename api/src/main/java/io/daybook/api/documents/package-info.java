/** The port behind which views live. */
@NullMarked
package io.daybook.api.documents;

import org.jspecify.annotations.NullMarked;
