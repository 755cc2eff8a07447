@NullMarked
package io.daybook.testkit.cluster.load;

import org.jspecify.annotations.NullMarked;
