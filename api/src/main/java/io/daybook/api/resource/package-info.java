/** What can be said about resources: artifacts with a name, whose bytes are kept by their hash. */
@NullMarked
package io.daybook.api.resource;

import org.jspecify.annotations.NullMarked;
