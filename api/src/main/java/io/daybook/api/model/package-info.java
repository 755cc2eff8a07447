/** What can be said about registered models and their versions. */
@NullMarked
package io.daybook.api.model;

import org.jspecify.annotations.NullMarked;
