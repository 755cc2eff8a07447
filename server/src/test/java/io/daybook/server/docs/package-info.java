/** Parts of the docs that are written by the program, and held to it. */
@NullMarked
package io.daybook.server.docs;

import org.jspecify.annotations.NullMarked;
