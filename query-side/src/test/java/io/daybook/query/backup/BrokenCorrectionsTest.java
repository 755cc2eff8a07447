package io.daybook.query.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.daybook.api.backup.Archive;
import io.daybook.api.iteration.IterationEvent;
import io.daybook.api.iteration.IterationEvent.PointChanged;
import io.daybook.api.iteration.IterationEvent.PointDeleted;
import io.daybook.api.iteration.LoggedPoint;
import io.daybook.api.iteration.ScalarPoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A correction in an archive is of a point that is there, as it is there. */
class BrokenCorrectionsTest {

    private static final LoggedPoint LOGGED = loss(0, 0, 0.5);

    @TempDir
    Path folder;

    static Stream<Arguments> histories() {
        return Stream.of(
                history("a point never logged", "line 5 .* not there", deleted(loss(9, 0, 0.5))),
                history("a number never given", "line 5 .* not there", deleted(loss(0, 9, 0.5))),
                history("a negative number", "line 5 .* not there", deleted(loss(0, -1, 0.5))),
                history("a series never logged", "line 5 .* not there", deleted(other(0, 0))),
                history("a point deleted twice", "line 6 .* not there", deleted(LOGGED), deleted(LOGGED)),
                history(
                        "a point changed after it was deleted",
                        "line 6 .* not there",
                        deleted(LOGGED),
                        changed(LOGGED, loss(0, 0, 1))),
                history(
                        "a change of what it was before another",
                        "line 6 .* not there",
                        changed(LOGGED, loss(0, 0, 1)),
                        changed(LOGGED, loss(0, 0, 2))),
                history(
                        "a place that a point has left",
                        "line 6 .* not there",
                        changed(LOGGED, other(0, 0)),
                        deleted(loss(1, 0, 0.5))),
                history("other values", "line 4 .* otherwise than a correction", deleted(loss(0, 0, 7))),
                history("another number", "line 4 .* otherwise than a correction", deleted(loss(0, 1, 0.5))),
                history("another point", "line 5 .* into another one", changed(LOGGED, loss(1, 0, 1))),
                history("a new number", "line 5 .* not its own", changed(LOGGED, loss(0, 1, 1))),
                history("a wrong number of a new key", "line 5 .* not its own", changed(LOGGED, other(0, 1))));
    }

    @ParameterizedTest
    @MethodSource("histories")
    void refuses(IterationEvent[] corrections, String reason) throws IOException {
        Story story = Story.begun().scalars(LOGGED.point(), new ScalarPoint("loss", 1, 1.5, 0.25));
        for (IterationEvent correction : corrections) story.iteration(correction);

        Archive archive = Zips.open(folder, story.backup());

        assertThat(archive).isInstanceOf(Archive.Broken.class);
        assertThat(((Archive.Broken) archive).reason()).containsPattern(reason);
    }

    private static Arguments history(String what, String reason, IterationEvent... corrections) {
        return arguments(named(what, corrections), reason);
    }

    private static LoggedPoint loss(long ordinal, long number, double value) {
        return new LoggedPoint(ordinal, number, new ScalarPoint("loss", 0, 1.5, value));
    }

    private static LoggedPoint other(long ordinal, long number) {
        return new LoggedPoint(ordinal, number, new ScalarPoint("other", 0, 1.5, 0.5));
    }

    private static PointChanged changed(LoggedPoint before, LoggedPoint after) {
        return new PointChanged(9, before, after, null, 0);
    }

    private static PointDeleted deleted(LoggedPoint before) {
        return new PointDeleted(9, before, null);
    }
}
