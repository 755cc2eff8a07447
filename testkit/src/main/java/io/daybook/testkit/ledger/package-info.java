/** What clients were promised, and whether it is kept. */
@NullMarked
package io.daybook.testkit.ledger;

import org.jspecify.annotations.NullMarked;
