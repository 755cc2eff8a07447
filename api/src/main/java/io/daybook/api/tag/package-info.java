/** What can be said about tags. */
@NullMarked
package io.daybook.api.tag;

import org.jspecify.annotations.NullMarked;
