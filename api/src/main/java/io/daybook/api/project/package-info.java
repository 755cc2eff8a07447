/** What can be said about projects, and the rights in them. */
@NullMarked
package io.daybook.api.project;

import org.jspecify.annotations.NullMarked;
