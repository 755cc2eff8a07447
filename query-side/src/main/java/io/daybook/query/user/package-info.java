/** Users and what they may do in projects. */
@NullMarked
package io.daybook.query.user;

import org.jspecify.annotations.NullMarked;
