/** The port through which backup, verification and audit read the event log. */
@NullMarked
package io.daybook.api.log;

import org.jspecify.annotations.NullMarked;
