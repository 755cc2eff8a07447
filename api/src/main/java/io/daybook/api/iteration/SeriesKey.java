package io.daybook.api.iteration;

/** The rule for names of series: any text but the empty one, of whole Unicode characters, without NUL. */
interface SeriesKey {

    static void require(String key) {
        if (key.isEmpty()) throw new IllegalArgumentException("the name of a series is empty");
        if (key.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE)) {
            throw new IllegalArgumentException("the name of a series holds a NUL or half of a character");
        }
    }
}
