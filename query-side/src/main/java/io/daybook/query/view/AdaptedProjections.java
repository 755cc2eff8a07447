package io.daybook.query.view;

import java.util.List;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;

/** Projections as they are written, called one after the other. */
record AdaptedProjections(List<AnnotationEventHandlerAdapter> each) implements Parking.Projections {

    static AdaptedProjections of(List<Object> projections) {
        return new AdaptedProjections(
                projections.stream().map(AnnotationEventHandlerAdapter::new).toList());
    }

    @Override
    public boolean handles(EventMessage<?> event) {
        return each.stream().anyMatch(projection -> projection.canHandle(event));
    }

    boolean handlesType(Class<?> type) {
        return each.stream().anyMatch(projection -> projection.canHandleType(type));
    }

    @Override
    public void handle(EventMessage<?> event) throws Exception {
        for (AnnotationEventHandlerAdapter projection : each) projection.handle(event);
    }
}
