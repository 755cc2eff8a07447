/** The dashboard in a real browser. */
@NullMarked
package io.daybook.server.dashboard;

import org.jspecify.annotations.NullMarked;
