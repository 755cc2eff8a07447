package io.daybook.api.model;

public enum Stage {
    NO_STAGE,
    STAGING,
    PRODUCTION,
    ARCHIVED
}
