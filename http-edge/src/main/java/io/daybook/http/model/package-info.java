/** Models and their versions over HTTP. */
@NullMarked
package io.daybook.http.model;

import org.jspecify.annotations.NullMarked;
