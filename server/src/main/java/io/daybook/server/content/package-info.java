/** Where the bytes of resources lie, and how they are tidied up. */
@NullMarked
package io.daybook.server.content;

import org.jspecify.annotations.NullMarked;
