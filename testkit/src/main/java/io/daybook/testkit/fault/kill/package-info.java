/** Servers that are killed: at any moment, amid something that takes a while, and with harm done to what they leave. */
@NullMarked
package io.daybook.testkit.fault.kill;

import org.jspecify.annotations.NullMarked;
