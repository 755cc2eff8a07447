package io.daybook.api.documents;

/**
 * Documents whose id is at least {@code from} and below {@code to}, ids compared as UTF-8 bytes.
 *
 * @param limit at most so many, from 1
 * @param descending the highest ids first
 */
public record Range(String from, String to, int limit, boolean descending) {

    public Range {
        if (limit < 1) throw new IllegalArgumentException("a range has a limit of 1 or more, not " + limit);
    }

    /** All ids that begin with {@code prefix}, which ends with {@code /}. */
    public static Range under(String prefix, int limit) {
        if (!prefix.endsWith("/")) throw new IllegalArgumentException("a prefix ends with /: " + prefix);
        return new Range(prefix, prefix.substring(0, prefix.length() - 1) + '0', limit, false);
    }
}
