package io.daybook.query;

import java.time.Duration;

/**
 * @param readWait how long a read waits for its view
 * @param batch at most so many events are applied to a view at once
 */
public record QuerySettings(Duration readWait, int batch) {}
