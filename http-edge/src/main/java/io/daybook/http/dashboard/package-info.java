/** The page, as the files of the dashboard's jar. */
@NullMarked
package io.daybook.http.dashboard;

import org.jspecify.annotations.NullMarked;
