package io.daybook.http.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers as text, one after the other and without an object of each: integers and doubles as Java's own texts of them. */
final class NumberText {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Room for the longest number, and for digits that are written behind it before it is known where it ends. */
    private static final int LONGEST = 40;

    private static final int MOST_DIGITS = 17;
    private static final int PLAIN_BEFORE_POINT = 7;
    private static final int ZEROS_BEHIND_POINT = 2;
    private static final int PART = 100_000_000;
    private static final long ZEROS = 0x3030_3030_3030_3030L;
    private static final long[] TENS = tens();

    private final ShortDecimal decimal = new ShortDecimal();
    private final byte[] bytes;
    private int end;

    /** @param full so many bytes are enough */
    NumberText(int full) {
        bytes = new byte[full + LONGEST];
    }

    /** Whether it is to be sent before another number is appended. */
    boolean isFull() {
        return end > bytes.length - LONGEST;
    }

    void sendTo(OutputStream out) throws IOException {
        out.write(bytes, 0, end);
        end = 0;
    }

    void append(char ascii) {
        bytes[end++] = (byte) ascii;
    }

    void append(long number) {
        if (number < 0 || number >= (long) PART * PART) {
            append(Long.toString(number));
        } else if (number >= PART) {
            leading((int) (number / PART));
            EIGHT.set(bytes, end, ZEROS + eight((int) (number % PART)));
            end += 8;
        } else {
            leading((int) number);
        }
    }

    void append(double number) {
        if (!decimal.find(Math.abs(number))) {
            append(Double.toString(number));
            return;
        }
        if (number < 0) append('-');
        append(decimal.digits(), decimal.exponent());
    }

    private void append(String text) {
        byte[] all = text.getBytes(ISO_8859_1);
        System.arraycopy(all, 0, bytes, end, all.length);
        end += all.length;
    }

    /** Up to eight digits, without zeros before them. */
    private void leading(int number) {
        long digits = eight(number);
        int zeros = Math.min(Long.numberOfTrailingZeros(digits) / Byte.SIZE, Long.BYTES - 1);
        EIGHT.set(bytes, end, (ZEROS + digits) >>> (zeros * Byte.SIZE));
        end += Long.BYTES - zeros;
    }

    private void append(long digits, int exponent) {
        int count = count(digits);
        int point = exponent + count;
        long all = digits * TENS[MOST_DIGITS - count];
        if (point > 0 && point <= PLAIN_BEFORE_POINT) {
            pointed(all, point);
        } else if (point <= 0 && point >= -ZEROS_BEHIND_POINT) {
            append('0');
            append('.');
            for (int i = point; i < 0; i++) append('0');
            end += put(all, end);
        } else {
            pointed(all, 1);
            append('E');
            if (point < 1) append('-');
            append((long) Math.abs(point - 1));
        }
    }

    /** With a point behind so many of its digits, and at least one digit behind that. */
    private void pointed(long all, int point) {
        int shown = put(all, end + 1);
        for (int i = end; i < end + point; i++) bytes[i] = bytes[i + 1];
        bytes[end + point] = '.';
        end += Math.max(shown, point + 1) + 1;
    }

    /** All 17 digits; answers with how many there are without the zeros at their end. */
    private int put(long all, int at) {
        long high = all / PART;
        int first = (int) (high / PART);
        long middle = eight((int) (high - (long) first * PART));
        long last = eight((int) (all - high * PART));
        bytes[at] = (byte) ('0' + first);
        EIGHT.set(bytes, at + 1, ZEROS + middle);
        EIGHT.set(bytes, at + 1 + Long.BYTES, ZEROS + last);
        return last == 0
                ? 1 + Long.BYTES - Long.numberOfLeadingZeros(middle) / Byte.SIZE
                : MOST_DIGITS - Long.numberOfLeadingZeros(last) / Byte.SIZE;
    }

    /** The eight digits of a number, the first one in the lowest byte: all are divided by ten at once. */
    private static long eight(int number) {
        long fours = number / 10_000 | (long) (number % 10_000) << 32;
        long hundreds = ((fours * 10_486) >>> 20) & 0x7F_0000_007FL;
        long pairs = hundreds | (fours - 100 * hundreds) << 16;
        long tens = ((pairs * 103) >>> 10) & 0x0F_000F_000F_000FL;
        return tens | (pairs - 10 * tens) << 8;
    }

    private static int count(long digits) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(digits);
        // 1233 / 4096 is the decimal logarithm of 2, near enough for as many bits
        int atLeast = (bits * 1233) >>> 12;
        return digits < TENS[atLeast] ? atLeast : atLeast + 1;
    }

    private static long[] tens() {
        long[] tens = new long[MOST_DIGITS + 2];
        tens[0] = 1;
        for (int i = 1; i < tens.length; i++) tens[i] = 10 * tens[i - 1];
        return tens;
    }
}
