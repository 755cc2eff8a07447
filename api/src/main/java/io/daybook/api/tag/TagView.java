package io.daybook.api.tag;

public record TagView(long id, String value) {}
