/** Several nodes: what each kind of request costs each of them, and a model that says what many would carry. */
@NullMarked
package io.daybook.benchmarks.scaling;

import org.jspecify.annotations.NullMarked;
