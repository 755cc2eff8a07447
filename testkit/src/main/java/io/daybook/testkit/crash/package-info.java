/** Servers killed in the midst of their work, and started again: what was acknowledged must be there. */
@NullMarked
package io.daybook.testkit.crash;

import org.jspecify.annotations.NullMarked;
