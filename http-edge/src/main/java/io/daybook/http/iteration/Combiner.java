package io.daybook.http.iteration;

import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.MetricIds;
import io.daybook.api.refusal.Refusal;
import io.daybook.http.iteration.Waiter.Turn;
import io.daybook.http.message.Call;
import io.daybook.http.message.Commands;
import io.daybook.http.message.Done;
import io.daybook.http.refusal.Refused;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;

/**
 * Combines points. What arrives while a command for the same iteration is under way waits, and becomes the next
 * command together; what arrives at an idle iteration goes at once. When a command has ended, the first that waits
 * sends the next, so that no request works for the others longer than its own turn.
 */
public final class Combiner<P> {

    private final Commands commands;
    private final BiFunction<IterationId, List<P>, Object> command;
    private final Queues<P> queues;
    private final Duration deadline;

    /**
     * @param command makes the command that logs these points
     * @param deadline how long a point may wait for its turn, and then for its command
     */
    Combiner(Commands commands, BiFunction<IterationId, List<P>, Object> command, Queues<P> queues, Duration deadline) {
        this.commands = commands;
        this.command = command;
        this.queues = queues;
        this.deadline = deadline;
    }

    public Done log(Call call, IterationId iteration, P point) {
        // what is kept under a key is the answer to one request
        if (call.key() != null) return commands.send(call, command.apply(iteration, List.of(point)));
        Lane lane = Lane.of(call, iteration);
        Waiter<P> own = new Waiter<>(call, point);
        return switch (queues.enter(lane, own)) {
            case FREE -> send(lane, List.of(own));
            case QUEUED -> take(lane, own, turn(lane, own));
            case FULL -> throw new Refused(Refusal.OVERLOADED, "too many points wait to be logged to this iteration");
        };
    }

    private Done take(Lane lane, Waiter<P> own, Turn<P> turn) {
        return switch (turn) {
            case Turn.Send<P>(List<Waiter<P>> batch) -> send(lane, batch);
            case Turn.Ended<P>(Done done) -> done;
            case Turn.Alone<P>() -> alone(lane, own);
            case Turn.Failed<P>(Refused refused) -> throw new Refused(refused.details());
            case Turn.Failed<P>(Throwable failure) ->
                throw new IllegalStateException("the command of several requests failed", failure);
        };
    }

    /** The first of a batch sends it, and tells the others. */
    private Done send(Lane lane, List<Waiter<P>> batch) {
        try {
            List<P> points = batch.stream().map(waiter -> waiter.point).toList();
            List<String> requests =
                    batch.stream().map(waiter -> waiter.call.requestId()).toList();
            Object one = command.apply(lane.iteration(), points);
            Done done = commands.send(one, batch.getFirst().call.metadata(requests));
            for (int i = 1; i < batch.size(); i++) batch.get(i).turn.complete(new Turn.Ended<>(part(done, i)));
            return part(done, 0);
        } catch (Refused refused) {
            if (batch.size() == 1 || !isVerdict(refused)) {
                tell(batch, new Turn.Failed<>(refused));
                throw refused;
            }
            tell(batch, new Turn.Alone<>());
            return alone(lane, batch.getFirst());
        } catch (Throwable failure) {
            tell(batch, new Turn.Failed<>(failure));
            throw failure;
        } finally {
            queues.leave(lane);
        }
    }

    /** What one of the requests gets of what their command came back with. */
    private static Done part(Done done, int place) {
        return done.result() instanceof MetricIds ids ? done.as(ids.part(place, 1)) : done;
    }

    /** Whether the points themselves were refused: then each is sent by itself, so that only the right ones fail. */
    private static boolean isVerdict(Refused refused) {
        return switch (refused.details().refusal()) {
            case OVERLOADED, STORE_UNAVAILABLE, PROJECTION_BEHIND -> false;
            default -> true;
        };
    }

    private Done alone(Lane lane, Waiter<P> own) {
        return commands.send(own.call, command.apply(lane.iteration(), List.of(own.point)));
    }

    private static <P> void tell(List<Waiter<P>> batch, Turn<P> turn) {
        batch.stream().skip(1).forEach(waiter -> waiter.turn.complete(turn));
    }

    private Turn<P> turn(Lane lane, Waiter<P> own) {
        try {
            return own.turn.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return late(lane, own, "the point's turn did not come in time");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return late(lane, own, "the server is stopping");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whom the lane was handed to in the last moment has to take it, or it would stay blocked for ever. */
    private Turn<P> late(Lane lane, Waiter<P> own, String sentence) {
        boolean withdrawn = queues.withdraw(lane, own);
        Turn<P> turn = own.turn.getNow(null);
        if (turn != null) return turn;
        String outcome = withdrawn ? "; nothing was logged" : "; it may still be logged";
        throw new Refused(Refusal.OVERLOADED, sentence + outcome);
    }
}
