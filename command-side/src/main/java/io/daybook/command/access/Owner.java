package io.daybook.command.access;

import org.jspecify.annotations.Nullable;

/**
 * Where a thing belongs, for ever.
 *
 * @param experiment the experiment that it lies in or is; null for a model
 */
public record Owner(long project, @Nullable Long experiment) {}
