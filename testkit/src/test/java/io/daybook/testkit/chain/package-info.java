@NullMarked
package io.daybook.testkit.chain;

import org.jspecify.annotations.NullMarked;
