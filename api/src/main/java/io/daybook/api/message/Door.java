package io.daybook.api.message;

/** The door through which a change came in. */
public enum Door {
    TRACKING,
    CRAYON,
    SERIES,
    OPS,
    SYSTEM;

    /** As stored in {@link Meta#VIA}. */
    public String via() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
