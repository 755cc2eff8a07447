/** The program: main class, settings and wiring. It knows everything and decides nothing. */
@NullMarked
package io.daybook.server;

import org.jspecify.annotations.NullMarked;
