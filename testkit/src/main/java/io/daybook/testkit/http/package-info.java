/** A caller for tests that talk to a running server. */
@NullMarked
package io.daybook.testkit.http;

import org.jspecify.annotations.NullMarked;
