package io.daybook.api.log;

/**
 * Marks the failure of an append that may stand in the log all the same, or will in a moment. Whoever keeps state of what
 * was appended has to look.
 */
public interface OutcomeUnknown {}
