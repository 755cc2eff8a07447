package io.daybook.http.iteration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.ToIntFunction;

/**
 * Who waits in which lane. A lane has a queue exactly while a command is under way in it, so an idle lane takes no
 * memory. All changes to a queue happen inside the map's own atomic step for its lane.
 */
final class Queues<P> {

    private final ConcurrentMap<Lane, Deque<Waiter<P>>> queues = new ConcurrentHashMap<>();
    private final ToIntFunction<P> weight;
    private final int longest;
    private final int heaviest;

    /**
     * @param longest so many may wait in a lane
     * @param heaviest what may go into one command, unless one point alone is heavier
     */
    Queues(ToIntFunction<P> weight, int longest, int heaviest) {
        this.weight = weight;
        this.longest = longest;
        this.heaviest = heaviest;
    }

    enum Place {
        FREE,
        QUEUED,
        FULL
    }

    /** FREE: the lane belongs to the caller, who must {@link #leave} it. */
    Place enter(Lane lane, Waiter<P> waiter) {
        Place[] place = {Place.FREE};
        queues.compute(lane, (same, queue) -> {
            if (queue == null) return new ArrayDeque<>();
            place[0] = queue.size() < longest ? Place.QUEUED : Place.FULL;
            if (place[0] == Place.QUEUED) queue.add(waiter);
            return queue;
        });
        return place[0];
    }

    /** Gives up waiting; false when its turn has come already. */
    boolean withdraw(Lane lane, Waiter<P> waiter) {
        boolean[] withdrawn = {false};
        queues.computeIfPresent(lane, (same, queue) -> {
            withdrawn[0] = queue.remove(waiter);
            return queue;
        });
        return withdrawn[0];
    }

    /** Hands the lane to the first in its queue, together with those that go with it; or frees it. */
    void leave(Lane lane) {
        queues.computeIfPresent(lane, (same, queue) -> {
            if (queue.isEmpty()) return null;
            List<Waiter<P>> batch = take(queue);
            batch.getFirst().turn.complete(new Waiter.Turn.Send<>(batch));
            return queue;
        });
    }

    private List<Waiter<P>> take(Deque<Waiter<P>> queue) {
        List<Waiter<P>> batch = new ArrayList<>();
        long total = 0;
        for (Waiter<P> first = queue.peek(); first != null; first = queue.peek()) {
            total += weight.applyAsInt(first.point);
            if (total > heaviest && !batch.isEmpty()) break;
            batch.add(queue.remove());
        }
        return batch;
    }

    int lanes() {
        return queues.size();
    }

    int waiting(Lane lane) {
        int[] waiting = {0};
        queues.computeIfPresent(lane, (same, queue) -> {
            waiting[0] = queue.size();
            return queue;
        });
        return waiting[0];
    }
}
