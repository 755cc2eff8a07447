@NullMarked
package io.daybook.testkit.ledger;

import org.jspecify.annotations.NullMarked;
