/** Requests that carried an idempotency key, and what they were answered. */
@NullMarked
package io.daybook.api.request;

import org.jspecify.annotations.NullMarked;
