/** What may happen to a server, done to one. */
@NullMarked
package io.daybook.server.fault;

import org.jspecify.annotations.NullMarked;
