/** Stories of the tracking API, told to a running server. */
@org.jspecify.annotations.NullMarked
package io.daybook.server.tracking;
