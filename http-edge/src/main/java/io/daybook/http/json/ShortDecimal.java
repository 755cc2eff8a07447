package io.daybook.http.json;

import java.math.BigInteger;

/**
 * The shortest decimal that is read back as a double, and of equally short ones the nearest: what {@link Double#toString(double)}
 * shows. Found as the JDK finds it (Raffaello Giulietti, The Schubfach way to render doubles; the names are his), but for what
 * few metrics are: those doubles it leaves to the JDK.
 */
final class ShortDecimal {

    private static final int PLACES = 6;
    private static final double MILLION = 1e6;

    /** Below it no two numbers with six places are the same double: the one that a double is read from is the shortest. */
    private static final double SIX_PLACES_TELL = 1L << 33;

    private static final int FRACTION_BITS = 52;
    private static final long ONE = 1L << FRACTION_BITS;
    private static final int BIAS = 1075;

    /** Of the power of two in {@code c 2^q}, {@code c} having 53 bits: from some 10^-19 to 10^19. */
    private static final int LEAST_Q = -64 - FRACTION_BITS;

    private static final int MOST_Q = 63 - FRACTION_BITS;
    private static final int LEAST_K = floorLog10OfPow2(LEAST_Q);

    /** By {@code k}, the 126 highest bits of 10^-k, and one more in the last place: the higher 63, the lower 63. */
    private static final long[] POWERS = powers();

    private static final long BITS_63 = (1L << 63) - 1;

    /** A tenth of 2^64, for numbers as small as there are here. */
    private static final long TENTH = 115_292_150_460_684_698L << 4;

    private long digits;
    private int exponent;

    /** An integer of 17 digits or fewer, whose last ones may be zeros; the decimal is this many times 10^{@link #exponent}. */
    long digits() {
        return digits;
    }

    int exponent() {
        return exponent;
    }

    /** Whether it was found. */
    boolean find(double size) {
        if (size < SIX_PLACES_TELL) {
            long millionths = (long) (size * MILLION + 0.5);
            // both are exact, and division rounds once: so would reading the decimal
            if (millionths > 0 && millionths / MILLION == size) return found(millionths, -PLACES);
        }
        long bits = Double.doubleToRawLongBits(size);
        int q = (int) (bits >>> FRACTION_BITS) - BIAS;
        long fraction = bits & (ONE - 1);
        // below a power of two, doubles are closer than above it
        return fraction != 0 && q >= LEAST_Q && q <= MOST_Q && shortest(q, ONE | fraction);
    }

    private boolean shortest(int q, long c) {
        int k = floorLog10OfPow2(q);
        int h = q + floorLog2OfPow10(-k) + 2;
        long g1 = POWERS[2 * (k - LEAST_K)];
        long g0 = POWERS[2 * (k - LEAST_K) + 1];
        long out = c & 1;
        long vb = roundedToOdd(g1, g0, c << (h + 2));
        long vbl = roundedToOdd(g1, g0, ((c << 2) - 2) << h) + out;
        long vbr = roundedToOdd(g1, g0, ((c << 2) + 2) << h) - out;
        long s = vb >> 2;
        long sp10 = 10 * Math.multiplyHigh(s, TENTH);
        long tp10 = sp10 + 10;
        boolean upin = vbl <= sp10 << 2;
        boolean wpin = tp10 << 2 <= vbr;
        if (upin != wpin) return found(upin ? sp10 : tp10, k);
        long t = s + 1;
        boolean uin = vbl <= s << 2;
        boolean win = t << 2 <= vbr;
        if (uin != win) return found(uin ? s : t, k);
        long nearer = vb - ((s + t) << 1);
        return found(nearer < 0 || (nearer == 0 && (s & 1) == 0) ? s : t, k);
    }

    private boolean found(long all, int power) {
        digits = all;
        exponent = power;
        return true;
    }

    private static long roundedToOdd(long g1, long g0, long cp) {
        long x1 = Math.multiplyHigh(g0, cp);
        long y0 = g1 * cp;
        long y1 = Math.multiplyHigh(g1, cp);
        long z = (y0 >>> 1) + x1;
        return (y1 + (z >>> 63)) | (((z & BITS_63) + BITS_63) >>> 63);
    }

    private static int floorLog10OfPow2(int e) {
        return (int) ((e * 661_971_961_083L) >> 41);
    }

    private static int floorLog2OfPow10(int e) {
        return (int) ((e * 913_124_641_741L) >> 38);
    }

    private static long[] powers() {
        long[] powers = new long[2 * (floorLog10OfPow2(MOST_Q) - LEAST_K + 1)];
        for (int i = 0; i < powers.length; i += 2) {
            int minusK = -LEAST_K - i / 2;
            int shift = 125 - floorLog2OfPow10(minusK);
            BigInteger ten = BigInteger.TEN.pow(Math.abs(minusK));
            BigInteger power = minusK < 0 ? BigInteger.ONE.shiftLeft(shift).divide(ten) : ten.shiftLeft(shift);
            BigInteger g = power.add(BigInteger.ONE);
            powers[i] = g.shiftRight(63).longValueExact();
            powers[i + 1] = g.longValue() & BITS_63;
        }
        return powers;
    }
}
