package io.daybook.api.claim;

/** What all names have in common that are kept unique by a claim, and so become part of an aggregate's id. */
public interface ClaimedName {

    int LONGEST = 16_384;

    /** @throws IllegalArgumentException with a sentence that begins with {@code field} */
    static void require(String field, String name) {
        if (name.isEmpty()) throw new IllegalArgumentException(field + " is empty");
        if (name.length() > LONGEST) {
            throw new IllegalArgumentException(field + " has more than " + LONGEST + " characters");
        }
        if (name.indexOf('\0') >= 0) throw new IllegalArgumentException(field + " holds a NUL character");
    }
}
