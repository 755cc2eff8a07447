/** Business refusals: facts that stand against a command or a query. */
@NullMarked
package io.daybook.api.refusal;

import org.jspecify.annotations.NullMarked;
