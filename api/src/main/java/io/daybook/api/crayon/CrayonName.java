package io.daybook.api.crayon;

/** An experiment's Crayon name: any text but the empty one, without NUL, of at most 16,384 characters. */
public record CrayonName(String value) {

    private static final int LONGEST = 16_384;

    public CrayonName {
        if (value.isEmpty()) throw new IllegalArgumentException("the experiment's name is empty");
        if (value.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE)) {
            throw new IllegalArgumentException("the experiment's name holds a NUL or half of a character");
        }
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException("the experiment's name is longer than " + LONGEST + " characters");
        }
    }

    /** The id of the claim that makes the name unique. */
    public String claim() {
        return "crayon:" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
