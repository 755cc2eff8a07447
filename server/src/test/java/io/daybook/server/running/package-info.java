/** The whole program, running, for tests that speak to it from outside. */
@NullMarked
package io.daybook.server.running;

import org.jspecify.annotations.NullMarked;
