package io.daybook.http.refusal;

import java.util.Map;

/**
 * A failure as a caller is told of it.
 *
 * @param fault whether a route found what the caller asked for wanting; Crayon knows one status for all of those
 */
record Problem(int status, String code, String message, boolean fault, Map<String, String> headers) {

    static Problem fault(int status, String code, String message) {
        return new Problem(status, code, message, true, Map.of());
    }

    static Problem of(int status, String code, String message) {
        return new Problem(status, code, message, false, Map.of());
    }

    /** Passes when the same request is sent again a moment later. */
    static Problem passing(String code, String message) {
        return new Problem(503, code, message, false, Map.of("Retry-After", "1"));
    }

    Problem after(long seconds) {
        return new Problem(status, code, message, fault, Map.of("Retry-After", Long.toString(seconds)));
    }

    /** @param size of what a part was asked of that it does not have */
    Problem within(long size) {
        return new Problem(status, code, message, fault, Map.of("Content-Range", "bytes */" + size));
    }

    Problem allowing(String methods) {
        return new Problem(status, code, message, fault, Map.of("Allow", methods));
    }
}
