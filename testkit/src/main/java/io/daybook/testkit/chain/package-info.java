/** The log checked by code that shares nothing with the code that writes it. */
@NullMarked
package io.daybook.testkit.chain;

import org.jspecify.annotations.NullMarked;
