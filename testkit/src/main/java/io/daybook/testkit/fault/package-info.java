/** What may happen to a server and to its folder, done to real ones, as a table: nothing is lost. */
@NullMarked
package io.daybook.testkit.fault;

import org.jspecify.annotations.NullMarked;
