package io.daybook.query.documents;

import java.util.Comparator;

/**
 * The order of strings as UTF-8 bytes, which is that of their code points. {@link String#compareTo} differs: in UTF-16
 * what lies beyond the basic plane (emoji, say) sorts before U+E000 to U+FFFF.
 */
public enum Utf8Order implements Comparator<String> {
    INSTANCE;

    @Override
    public int compare(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        for (int i = 0; i < shorter; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) return rank(a) - rank(b);
        }
        return one.length() - other.length();
    }

    /** Puts surrogates behind all other characters. */
    private static int rank(char unit) {
        return Character.isSurrogate(unit) ? unit + Character.MAX_VALUE : unit;
    }
}
