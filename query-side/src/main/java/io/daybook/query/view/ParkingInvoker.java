package io.daybook.query.view;

import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;

/** What a view's processor hands its events to. */
final class ParkingInvoker implements EventHandlerInvoker {

    private final EventHandlerInvoker projections;
    private final Parking parking;

    ParkingInvoker(EventHandlerInvoker projections, Parking parking) {
        this.projections = projections;
        this.parking = parking;
    }

    private record InSegment(EventHandlerInvoker projections, Segment segment) implements Parking.Projections {

        @Override
        public boolean handles(EventMessage<?> event) {
            return projections.canHandle(event, segment);
        }

        @Override
        public void handle(EventMessage<?> event) throws Exception {
            projections.handle(event, segment);
        }
    }

    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return projections.canHandle(event, segment);
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return projections.canHandleType(payloadType);
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) throws Exception {
        parking.handle(event, new InSegment(projections, segment));
    }
}
