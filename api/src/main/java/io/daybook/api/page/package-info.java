/** Parts of long lists. */
@NullMarked
package io.daybook.api.page;

import org.jspecify.annotations.NullMarked;
