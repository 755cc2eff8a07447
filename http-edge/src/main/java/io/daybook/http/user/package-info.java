/** Users, their permission rows, and signing in, over HTTP. */
@NullMarked
package io.daybook.http.user;

import org.jspecify.annotations.NullMarked;
