/** A network that fails when a test wants it to. */
@NullMarked
package io.daybook.testkit.net;

import org.jspecify.annotations.NullMarked;
