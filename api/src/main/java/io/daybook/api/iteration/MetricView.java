package io.daybook.api.iteration;

/** @param wallTime seconds since the epoch; the edge shows it as a local date */
public record MetricView(long id, long iterationId, String key, double value, long step, double wallTime) {}
