/** What every implementation of {@link io.daybook.api.documents.Documents} keeps to. */
@NullMarked
package io.daybook.testkit.documents;

import org.jspecify.annotations.NullMarked;
