/** What can be said about iterations: their life, and the points of their series. */
@NullMarked
package io.daybook.api.iteration;

import org.jspecify.annotations.NullMarked;
