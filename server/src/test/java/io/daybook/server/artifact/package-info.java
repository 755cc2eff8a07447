/** Files of experiments, told to a running server. */
@NullMarked
package io.daybook.server.artifact;

import org.jspecify.annotations.NullMarked;
