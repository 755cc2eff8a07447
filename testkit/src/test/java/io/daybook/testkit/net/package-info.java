@NullMarked
package io.daybook.testkit.net;

import org.jspecify.annotations.NullMarked;
