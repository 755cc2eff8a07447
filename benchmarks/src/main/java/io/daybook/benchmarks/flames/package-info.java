/** Where the time of the hottest paths goes, drawn. */
@NullMarked
package io.daybook.benchmarks.flames;

import org.jspecify.annotations.NullMarked;
