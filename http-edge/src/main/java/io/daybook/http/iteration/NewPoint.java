package io.daybook.http.iteration;

import io.daybook.api.iteration.ScalarPoint;

/**
 * A scalar point on its way into a command.
 *
 * @param counted whether it gets the next step of its key instead of the point's own
 */
public record NewPoint(ScalarPoint point, boolean counted) {}
