/** Where a fault happens: a server, those who write to it, and the account that they keep. */
@NullMarked
package io.daybook.testkit.fault.scene;

import org.jspecify.annotations.NullMarked;
