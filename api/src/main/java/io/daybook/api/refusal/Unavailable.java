package io.daybook.api.refusal;

/** What an exception also is when a store is out of reach just now, so that the same may be asked again later. */
public interface Unavailable {}
