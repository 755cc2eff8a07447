/** What may happen to a server and to its folder, done to real ones, with an account of what was lost: nothing. */
@NullMarked
package io.daybook.testkit.fault;

import org.jspecify.annotations.NullMarked;
