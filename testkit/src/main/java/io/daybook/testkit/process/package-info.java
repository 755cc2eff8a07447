/** Servers for tests in processes of their own. */
@NullMarked
package io.daybook.testkit.process;

import org.jspecify.annotations.NullMarked;
