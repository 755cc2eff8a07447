package io.daybook.http.resource;

import io.daybook.http.refusal.BeyondTheEnd;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which bytes of a resource are wanted.
 *
 * @param to the last one's number; one less than {@code from} when there are none
 */
record Span(long from, long to, long size) {

    private static final Pattern RANGE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    static Span all(long size) {
        return new Span(0, size - 1, size);
    }

    /** What a header asks for; all when it asks for several parts, or for nothing that can be understood. */
    static Span of(@Nullable String range, long size) {
        Matcher parts = RANGE.matcher(range == null ? "" : range);
        if (!parts.matches()) return all(size);
        String first = parts.group(1);
        String last = parts.group(2);
        if (first.isEmpty()) return last.isEmpty() ? all(size) : end(Long.parseLong(last), size);
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last);
        if (to < from) return all(size);
        if (from >= size) throw new BeyondTheEnd(size);
        return new Span(from, Math.min(to, size - 1), size);
    }

    private static Span end(long length, long size) {
        if (length == 0 || size == 0) throw new BeyondTheEnd(size);
        return new Span(Math.max(0, size - length), size - 1, size);
    }

    long length() {
        return to - from + 1;
    }

    boolean isPart() {
        return length() < size;
    }

    String header() {
        return "bytes " + from + "-" + to + "/" + size;
    }
}
