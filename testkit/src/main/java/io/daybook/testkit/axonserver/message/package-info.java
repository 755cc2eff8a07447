/** The stand-in's routes for commands and queries. */
@NullMarked
package io.daybook.testkit.axonserver.message;

import org.jspecify.annotations.NullMarked;
