/** Bytes of resources as ordinary files. */
@NullMarked
package io.daybook.embedded.content;

import org.jspecify.annotations.NullMarked;
