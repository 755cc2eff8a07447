/** What a running server tells of earlier moments. */
@NullMarked
package io.daybook.server.past;

import org.jspecify.annotations.NullMarked;
