/** What auditors see of a running server. */
@NullMarked
package io.daybook.server.audit;

import org.jspecify.annotations.NullMarked;
