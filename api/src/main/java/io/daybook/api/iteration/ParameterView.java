package io.daybook.api.iteration;

public record ParameterView(long id, long iterationId, String key, String value) {}
