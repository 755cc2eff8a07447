package io.daybook.query.backup;

import io.daybook.api.crayon.CrayonName;
import io.daybook.api.crayon.CrayonTarget;
import io.daybook.api.iteration.HistogramPoint;
import io.daybook.api.iteration.IterationEvent.HistogramsLogged;
import io.daybook.api.iteration.IterationEvent.PointChanged;
import io.daybook.api.iteration.IterationEvent.PointDeleted;
import io.daybook.api.iteration.IterationEvent.ScalarsLogged;
import io.daybook.api.iteration.ScalarPoint;
import io.daybook.api.iteration.ScalarPoints;
import io.daybook.api.log.EventFilter;
import io.daybook.api.log.EventLog;
import io.daybook.api.log.LoggedEvent;
import io.daybook.api.message.StoredType;
import io.daybook.query.backup.correction.CorrectedPoints;
import io.daybook.query.backup.correction.Corrections;
import io.daybook.query.backup.line.StoredLine;
import io.daybook.query.backup.zip.ZipWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;

/**
 * Writes one archive, reading the log once for the events and once more for the TensorBoard log; once more again when a
 * series has lost its beginning.
 */
final class ArchiveWriter {

    private static final String TENSORBOARD_LOG = "tensorboard/events.out.tfevents.0000000000.daybook";
    private static final Set<String> CORRECTIONS =
            Set.of(StoredType.PointChanged.name(), StoredType.PointDeleted.name());
    private static final Set<String> SCALARS = Set.of(StoredType.ScalarsLogged.name(), StoredType.PointChanged.name());
    private static final Set<String> POINTS =
            Set.of(StoredType.ScalarsLogged.name(), StoredType.PointChanged.name(), StoredType.HistogramsLogged.name());

    private final EventLog log;
    private final Serializer serializer;
    private final CrayonTarget experiment;
    private final long upTo;
    private long events;
    private long scalars;
    private long histograms;

    ArchiveWriter(EventLog log, Serializer serializer, CrayonTarget experiment, long upTo) {
        this.log = log;
        this.serializer = serializer;
        this.experiment = experiment;
        this.upTo = upTo;
    }

    void write(CrayonName name, OutputStream out) throws IOException {
        ZipWriter zip = new ZipWriter(out);
        zip.write(Manifest.EVENTS, this::writeEvents);
        zip.write(TENSORBOARD_LOG, this::writeTensorBoardLog);
        Manifest.Counts counts = new Manifest.Counts(events, scalars, histograms);
        zip.finish(Manifest.of(name.value(), counts, zip.entries()).json());
    }

    private void writeEvents(OutputStream out) throws IOException {
        for (Object aggregate : List.of(experiment.experimentId(), experiment.iterationId())) {
            try (Stream<LoggedEvent> stored = log.read(new EventFilter(0, upTo, aggregate.toString(), Set.of()))) {
                for (Iterator<LoggedEvent> all = stored.iterator(); all.hasNext(); events++) {
                    out.write(StoredLine.of(all.next()));
                }
            }
        }
        if (events == 0) throw new IllegalArgumentException("the log holds nothing of " + experiment.experimentId());
    }

    private void writeTensorBoardLog(OutputStream out) throws IOException {
        TfRecords.write(out, TensorBoardEvents.fileVersion());
        Corrections corrections = corrections();
        CorrectedPoints points = new CorrectedPoints(corrections);
        if (points.mustLookAhead()) {
            forEach(SCALARS, event -> {
                if (event instanceof ScalarsLogged logged) points.lookAt(logged);
                if (event instanceof PointChanged changed) points.lookAt(changed);
            });
        }
        CorrectedPoints.Each scalar = point -> write(point, out);
        forEach(POINTS, event -> {
            switch (event) {
                case ScalarsLogged logged when corrections.isEmpty() -> write(logged.points(), out);
                case ScalarsLogged logged -> points.tell(logged, scalar);
                case PointChanged changed -> points.tell(changed, scalar);
                case HistogramsLogged logged -> write(logged.points(), out);
                default -> {}
            }
        });
    }

    private Corrections corrections() throws IOException {
        Corrections corrections = new Corrections();
        forEach(CORRECTIONS, event -> {
            if (event instanceof PointChanged changed) corrections.add(changed);
            if (event instanceof PointDeleted deleted) corrections.add(deleted);
        });
        return corrections;
    }

    private interface Reader {
        void read(Object event) throws IOException;
    }

    private void forEach(Set<String> types, Reader reader) throws IOException {
        String iteration = experiment.iterationId().toString();
        try (Stream<LoggedEvent> stored = log.read(new EventFilter(0, upTo, iteration, types))) {
            for (Iterator<LoggedEvent> all = stored.iterator(); all.hasNext(); ) reader.read(event(all.next()));
        }
    }

    private Object event(LoggedEvent stored) {
        return serializer.<byte[], Object>deserialize(
                new SimpleSerializedObject<>(stored.payload(), byte[].class, stored.type(), stored.revision()));
    }

    private void write(ScalarPoints points, OutputStream out) throws IOException {
        for (int i = 0; i < points.size(); i++) TfRecords.write(out, TensorBoardEvents.scalar(points, i));
        scalars += points.size();
    }

    private void write(ScalarPoint point, OutputStream out) throws IOException {
        TfRecords.write(out, TensorBoardEvents.scalar(point.key(), point.step(), point.wallTime(), point.value()));
        scalars++;
    }

    private void write(List<HistogramPoint> points, OutputStream out) throws IOException {
        for (HistogramPoint point : points) TfRecords.write(out, TensorBoardEvents.histogram(point));
        histograms += points.size();
    }
}
