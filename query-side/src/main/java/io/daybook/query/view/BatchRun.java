package io.daybook.query.view;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** One batch of events outside Axon's processor, which runs its own in the same way. */
final class BatchRun {

    private final BatchingUnitOfWork<EventMessage<?>> unit;

    /** @param events one or more */
    BatchRun(List<? extends TrackedEventMessage<?>> events) {
        this.unit = new BatchingUnitOfWork<>(List.copyOf(events));
    }

    interface Step {
        void handle(EventMessage<?> event) throws Exception;
    }

    interface End {
        void complete(ViewBatch batch);
    }

    /** What is changed goes into {@code batch}; {@code end} stores it. */
    void run(ViewCursor cursor, ViewBatch batch, Step step, End end) {
        Deque<UnitOfWork<?>> outer = leave();
        try {
            runAlone(cursor, batch, step, end);
        } finally {
            outer.forEach(CurrentUnitOfWork::set);
        }
    }

    /** Within a query's unit of work, each batch would be a part of it, and stay as long as that lasts. */
    private static Deque<UnitOfWork<?>> leave() {
        Deque<UnitOfWork<?>> outer = new ArrayDeque<>();
        while (CurrentUnitOfWork.isStarted()) {
            outer.push(CurrentUnitOfWork.get());
            CurrentUnitOfWork.clear(outer.element());
        }
        return outer;
    }

    private void runAlone(ViewCursor cursor, ViewBatch batch, Step step, End end) {
        unit.start();
        cursor.begin(unit, batch);
        unit.onPrepareCommit(done -> end.complete(batch));
        var result = unit.executeWithResult(() -> {
            step.handle(unit.getMessage());
            return true;
        });
        if (!result.isExceptional()) return;
        if (result.exceptionResult() instanceof BatchFailure failure) throw failure;
        throw new IllegalStateException("events cannot be handled", result.exceptionResult());
    }
}
