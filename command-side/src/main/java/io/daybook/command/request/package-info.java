/** Remembers what requests with an idempotency key were answered. */
@NullMarked
package io.daybook.command.request;

import org.jspecify.annotations.NullMarked;
