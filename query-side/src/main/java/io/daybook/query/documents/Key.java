package io.daybook.query.documents;

/** Numbers in ids of documents: with leading zeros, so that they sort as numbers do. */
public final class Key {

    /** Enough for every id that a JSON client can hold. */
    private static final int DIGITS = 16;

    private Key() {}

    public static String of(long number) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
    }

    /** The prefix of all ids that begin with these numbers. */
    public static String under(long... numbers) {
        StringBuilder prefix = new StringBuilder();
        for (long number : numbers) prefix.append(of(number)).append('/');
        return prefix.toString();
    }

    /** The numbers that an id is made of. */
    public static long[] numbers(String id) {
        String[] parts = id.split("/", -1);
        long[] numbers = new long[parts.length];
        for (int i = 0; i < parts.length; i++) numbers[i] = Long.parseLong(parts[i]);
        return numbers;
    }
}
