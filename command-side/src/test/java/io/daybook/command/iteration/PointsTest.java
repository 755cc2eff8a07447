package io.daybook.command.iteration;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.iteration.IterationCommand;
import io.daybook.api.iteration.IterationCommand.ChangeMetric;
import io.daybook.api.iteration.IterationCommand.DeleteMetric;
import io.daybook.api.iteration.IterationCommand.LogScalar;
import io.daybook.api.iteration.IterationEvent;
import io.daybook.api.iteration.IterationEvent.PointChanged;
import io.daybook.api.iteration.IterationEvent.PointDeleted;
import io.daybook.api.iteration.IterationEvent.ScalarsLogged;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.MetricId;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import io.daybook.api.refusal.RefusalDetails;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.jspecify.annotations.Nullable;

/** Numbers, steps, highest steps and refusals agree with a plain list of all points, whatever is logged and corrected. */
class PointsTest {

    private static final IterationId ID = new IterationId(7);

    private final List<IterationEvent> log = new ArrayList<>();
    private final PointHistory history = new PointHistory(
            (iteration, from) -> DomainEventStream.of(java.util.stream.LongStream.range(from, log.size())
                    .mapToObj(at -> new GenericDomainEventMessage<>("iteration", iteration, at, log.get((int) at)))
                    .toList()));

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    @Tag("I-23")
    @Tag("I-25")
    void decides_as_a_plain_list_does(@ForAll("commands") List<IterationCommand> commands) {
        agrees(commands);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    @Tag("I-23")
    void decides_as_a_plain_list_does_where_steps_are_counted(@ForAll("counting") List<IterationCommand> commands) {
        agrees(commands);
    }

    private void agrees(List<IterationCommand> commands) {
        log.clear();
        Sheet sheet = new Sheet(ID.value());
        Points points = new Points();
        for (IterationCommand command : commands) {
            Object expected = expected(command, sheet);
            assertThat(decided(command, points)).isEqualTo(expected);
            assertThat(decided(command, rebuilt())).isEqualTo(expected);
            assertThat(decided(command, Snapshots.restored(points, Points.class)))
                    .isEqualTo(expected);
            if (!(expected instanceof IterationEvent event)) continue;
            take(event, points, log.size());
            sheet.take(event);
            log.add(event);
        }
    }

    private static @Nullable Object expected(IterationCommand command, Sheet sheet) {
        return switch (command) {
            case LogScalar logging -> sheet.log(logging);
            case ChangeMetric change -> sheet.change(change);
            case DeleteMetric deletion -> sheet.delete(deletion.metric());
            default -> throw new AssertionError(command);
        };
    }

    private @Nullable Object decided(IterationCommand command, Points points) {
        try {
            return decide(command, points);
        } catch (CommandExecutionException refused) {
            return refused.<RefusalDetails>getDetails().orElseThrow().refusal();
        }
    }

    private @Nullable Object decide(IterationCommand command, Points points) {
        return switch (command) {
            case LogScalar logging -> points.log(logging);
            case ChangeMetric change -> {
                points.refuseUnlessThere(change.metric());
                yield points.change(change, history);
            }
            case DeleteMetric deletion -> {
                points.refuseUnlessThere(deletion.metric());
                yield points.delete(deletion.metric(), history);
            }
            default -> throw new AssertionError(command);
        };
    }

    private Points rebuilt() {
        Points points = new Points();
        for (int at = 0; at < log.size(); at++) take(log.get(at), points, at);
        return points;
    }

    private static void take(IterationEvent event, Points points, long sequence) {
        switch (event) {
            case ScalarsLogged logged -> points.take(logged, sequence);
            case PointChanged changed -> points.take(changed, sequence);
            case PointDeleted deleted -> points.take(deleted);
            default -> throw new AssertionError(event);
        }
    }

    @Provide
    Arbitrary<List<IterationCommand>> commands() {
        return commands(logs(), steps().injectNull(0.4), 0.6);
    }

    /** Points without steps, of which some get another value and few another key. */
    @Provide
    Arbitrary<List<IterationCommand>> counting() {
        Arbitrary<IterationCommand> counted = logs().map(log -> {
            boolean[] all = new boolean[log.points().size()];
            Arrays.fill(all, true);
            return new LogScalar(ID, log.points(), all);
        });
        return commands(counted, Arbitraries.just(null), 0.9);
    }

    private static Arbitrary<List<IterationCommand>> commands(
            Arbitrary<? extends IterationCommand> logs, Arbitrary<Long> newSteps, double keyStays) {
        Arbitrary<MetricId> metrics = Arbitraries.integers().between(0, 25).map(at -> MetricId.of(7, at));
        Arbitrary<IterationCommand> changes = Combinators.combine(
                        metrics,
                        keys().injectNull(keyStays),
                        values().injectNull(0.4),
                        newSteps,
                        Arbitraries.of(1.0, 2.0).injectNull(0.8))
                .as(ChangeMetric::new);
        Arbitrary<IterationCommand> deletions = metrics.map(DeleteMetric::new);
        return Arbitraries.<IterationCommand>oneOf(List.of(logs, changes, deletions))
                .list()
                .ofMaxSize(30);
    }

    private static Arbitrary<LogScalar> logs() {
        Arbitrary<ScalarPoint> points = Combinators.combine(keys(), steps(), values())
                .as((key, step, value) -> new ScalarPoint(key, step, 1, value));
        return points.list().ofMinSize(1).ofMaxSize(5).flatMap(batch -> Arbitraries.of(true, false)
                .array(boolean[].class)
                .ofSize(batch.size())
                .injectNull(0.3)
                .map(counted -> new LogScalar(ID, ScalarPoints.of(batch), counted)));
    }

    private static Arbitrary<String> keys() {
        return Arbitraries.of("loss", "acc", "lr");
    }

    private static Arbitrary<Long> steps() {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(30, Arbitraries.longs().between(-6, 6)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of(Long.MIN_VALUE, Long.MAX_VALUE - 1, Long.MAX_VALUE)));
    }

    private static Arbitrary<Double> values() {
        return Arbitraries.of(0.0, -0.0, 0.5, Double.NaN, Double.POSITIVE_INFINITY);
    }
}
