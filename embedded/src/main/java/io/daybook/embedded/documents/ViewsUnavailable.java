package io.daybook.embedded.documents;

import io.daybook.api.refusal.Unavailable;
import org.jspecify.annotations.Nullable;

/** The file of the views cannot be read or written now. */
final class ViewsUnavailable extends IllegalStateException implements Unavailable {

    private static final long serialVersionUID = 1L;

    ViewsUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
