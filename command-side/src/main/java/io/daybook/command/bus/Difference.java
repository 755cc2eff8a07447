package io.daybook.command.bus;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A change leaves alone what it does not name, and is none where it names what is there already. */
public final class Difference {

    private Difference() {}

    /** What has to be written: null when {@code wanted} is null or equals what is stored. */
    public static <T> @Nullable T of(@Nullable T stored, @Nullable T wanted) {
        return Objects.equals(stored, wanted) ? null : wanted;
    }
}
