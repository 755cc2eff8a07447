/** How the tracking API words requests and answers, whatever they are about. */
@NullMarked
package io.daybook.http.tracking;

import org.jspecify.annotations.NullMarked;
