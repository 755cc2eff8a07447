/** What befalls a server that goes on running. */
@NullMarked
package io.daybook.testkit.fault.passing;

import org.jspecify.annotations.NullMarked;
