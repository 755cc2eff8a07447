package io.daybook.query.iteration;

import io.daybook.api.iteration.IterationEvent.ScalarsLogged;
import io.daybook.query.iteration.chunk.PointPlaces;
import io.daybook.query.iteration.chunk.PointsByKey;
import io.daybook.query.view.ViewWriter;
import java.util.List;
import java.util.function.Consumer;

/** Keeps where each point lies, by its ordinal. */
final class PlaceWriter {

    private final ViewWriter writer;

    PlaceWriter(ViewWriter writer) {
        this.writer = writer;
    }

    /** @param places of the series, by key */
    void add(ScalarsLogged event, PointsByKey points, List<String> places) {
        int[] numbers = points.numbers(event.firsts());
        long end = event.ordinal() + numbers.length;
        long ordinal = event.ordinal();
        while (ordinal < end) {
            long next = Math.min(end, ordinal - ordinal % PointPlaces.SIZE + PointPlaces.SIZE);
            int from = (int) (ordinal - event.ordinal());
            int to = (int) (next - event.ordinal());
            int before = (int) (ordinal % PointPlaces.SIZE);
            String id = SeriesView.pointPlaces(event.iterationId(), ordinal);
            writer.update(SeriesView.PLACE, id, old -> {
                PointPlaces here = PointPlaces.in(old);
                here.extend(before, to - from, id);
                int[] indexes = new int[places.size()];
                for (int i = from; i < to; i++) {
                    int key = event.points().keyAt(i);
                    // One more than the index, since 0 says that it was not looked up yet.
                    if (indexes[key] == 0) indexes[key] = here.indexOf(places.get(key)) + 1;
                    here.add(indexes[key] - 1, numbers[i]);
                }
                return here.bson();
            });
            ordinal = next;
        }
    }

    void move(long iteration, long ordinal, String place, long number) {
        update(iteration, ordinal, places -> places.move(index(ordinal), place, Math.toIntExact(number)));
    }

    void remove(long iteration, long ordinal) {
        update(iteration, ordinal, places -> places.remove(index(ordinal)));
    }

    private void update(long iteration, long ordinal, Consumer<PointPlaces> change) {
        writer.update(SeriesView.PLACE, SeriesView.pointPlaces(iteration, ordinal), old -> {
            PointPlaces places = PointPlaces.in(old);
            change.accept(places);
            return places.bson();
        });
    }

    private static int index(long ordinal) {
        return (int) (ordinal % PointPlaces.SIZE);
    }
}
