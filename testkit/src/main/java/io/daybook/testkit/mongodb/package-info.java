/** A server that speaks MongoDB's protocol, for tests. */
@NullMarked
package io.daybook.testkit.mongodb;

import org.jspecify.annotations.NullMarked;
