@NullMarked
package io.daybook.testkit.axonserver;

import org.jspecify.annotations.NullMarked;
