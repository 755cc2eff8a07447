/** What can be said about users. */
@NullMarked
package io.daybook.api.user;

import org.jspecify.annotations.NullMarked;
