package io.daybook.server.crayon;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.backup.BackupCommand.BeginRestore;
import io.daybook.api.crayon.CrayonName;
import io.daybook.api.crayon.CrayonQuery.FindCrayonTarget;
import io.daybook.api.crayon.CrayonTarget;
import io.daybook.api.experiment.ExperimentCommand.ChangeExperiment;
import io.daybook.api.experiment.ExperimentId;
import io.daybook.api.experiment.ExperimentStatus;
import io.daybook.api.iteration.IterationCommand.LogScalar;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import io.daybook.api.log.EventFilter;
import io.daybook.api.log.EventLog;
import io.daybook.api.log.LoggedEvent;
import io.daybook.api.message.Meta;
import io.daybook.api.project.ProjectId;
import io.daybook.server.running.RunningServer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;

/** What other doors will do one day, and what the log says. */
final class Domain {

    private static final int SECONDS = 30;

    private final RunningServer server;

    Domain(RunningServer server) {
        this.server = server;
    }

    void finish(String xp) {
        send(new ChangeExperiment(
                target(xp).experimentId(), ExperimentStatus.FINISHED, null, null, "2026-01-01T00:00:00.000"));
    }

    /** Logs many points at once. */
    void log(String xp, ScalarPoints points) {
        send(new LogScalar(target(xp).iterationId(), points));
    }

    /** As much of a restoration as a crash may leave behind. */
    void beginRestoration(String xp, long id) {
        IterationId iteration = new IterationId(id);
        send(new BeginRestore(
                new CrayonName(xp),
                new ExperimentId(id),
                iteration,
                new ProjectId(id),
                "crayon",
                "2026-01-01T00:00:00.000"));
        send(new LogScalar(iteration, ScalarPoints.of(new ScalarPoint("loss", 0, 0, 666))));
    }

    CrayonTarget target(String xp) {
        var query = new GenericQueryMessage<>(
                new FindCrayonTarget(new CrayonName(xp)), ResponseTypes.instanceOf(CrayonTarget.class));
        return server.bean(QueryBus.class)
                .query(query)
                .orTimeout(SECONDS, TimeUnit.SECONDS)
                .join()
                .getPayload();
    }

    /** Events after a position, as they are stored. */
    List<LoggedEvent> events(long after) {
        EventFilter all = new EventFilter(after, Long.MAX_VALUE, null, Set.of());
        try (Stream<LoggedEvent> events = server.bean(EventLog.class).read(all)) {
            return events.toList();
        }
    }

    /** Types of the events after a position. */
    List<String> types(long after) {
        return events(after).stream().map(LoggedEvent::type).toList();
    }

    private void send(Object command) {
        CompletableFuture<CommandResultMessage<?>> ended = new CompletableFuture<>();
        var message = new GenericCommandMessage<>(command, Map.of(Meta.ACTOR, "1", Meta.VIA, "tracking"));
        server.bean(CommandBus.class).dispatch(message, (sent, result) -> ended.complete(result));
        CommandResultMessage<?> result =
                ended.orTimeout(SECONDS, TimeUnit.SECONDS).join();
        assertThat(result.isExceptional()).as("%s", result).isFalse();
    }
}
