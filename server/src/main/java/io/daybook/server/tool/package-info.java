/** The program's other commands, for a server that is not running. */
@NullMarked
package io.daybook.server.tool;

import org.jspecify.annotations.NullMarked;
