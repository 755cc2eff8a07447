/** The folder that holds all that a server keeps. */
@NullMarked
package io.daybook.embedded.home;

import org.jspecify.annotations.NullMarked;
