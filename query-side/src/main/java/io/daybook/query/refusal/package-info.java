/** Why a query is not answered. */
@NullMarked
package io.daybook.query.refusal;

import org.jspecify.annotations.NullMarked;
