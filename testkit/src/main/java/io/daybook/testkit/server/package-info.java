/** Servers as processes of their own, and what is needed to talk to them as any client would. */
@NullMarked
package io.daybook.testkit.server;

import org.jspecify.annotations.NullMarked;
