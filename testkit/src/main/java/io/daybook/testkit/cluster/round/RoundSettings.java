package io.daybook.testkit.cluster.round;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * @param node the command that starts one
 * @param folder empty; of everything
 * @param soon until then a killed node must serve again
 * @param seed of who is killed, and when
 */
public record RoundSettings(int rounds, List<String> node, Path folder, Duration soon, long seed) {}
