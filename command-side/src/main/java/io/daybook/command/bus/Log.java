package io.daybook.command.bus;

import io.daybook.api.message.Meta;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateLifecycle;

/** The one way in which aggregates append events, so that every event names its project. */
public final class Log {

    private static final String WROTE = Log.class.getName();

    private Log() {}

    /** Appends an event of the aggregate at hand that belongs to a project. */
    public static void append(long projectId, Object event) {
        append(event, MetaData.with(Meta.PROJECT, Long.toString(projectId)));
    }

    /** Appends an event of the aggregate at hand that belongs to no project. */
    public static void append(Object event) {
        append(event, MetaData.emptyInstance());
    }

    private static void append(Object event, MetaData metadata) {
        CurrentUnitOfWork.ifStarted(work -> work.root().resources().put(WROTE, true));
        AggregateLifecycle.apply(event, metadata);
    }

    /** Whether a command has appended anything so far. */
    public static boolean wroteIn(UnitOfWork<?> work) {
        return work.root().resources().containsKey(WROTE);
    }
}
