package io.daybook.query.backup.zip;

import java.io.IOException;

/** What was handed in is not a whole archive; the message is a sentence for the person who did. */
public final class BrokenArchive extends IOException {

    private static final long serialVersionUID = 1L;

    /** Names and texts of a stranger's archive find their way into the reason, and they may be of any length. */
    private static final int LONGEST = 2000;

    public BrokenArchive(String reason) {
        super(reason.substring(0, Math.min(reason.length(), LONGEST)));
    }

    /** {@link #getMessage()}, which is never null here. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
