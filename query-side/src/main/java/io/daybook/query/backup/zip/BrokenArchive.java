package io.daybook.query.backup.zip;

import java.io.IOException;

/** What was handed in is not a whole archive; the message is a sentence for the person who did. */
public final class BrokenArchive extends IOException {

    private static final long serialVersionUID = 1L;

    public BrokenArchive(String reason) {
        super(reason);
    }

    /** {@link #getMessage()}, which is never null here. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
