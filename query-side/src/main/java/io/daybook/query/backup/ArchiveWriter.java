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
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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

    private static final int BUFFER = 1 << 16;

    /** A zip has no room for "no time"; its first month would be written with the machine's time zone beside it. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final EventLog log;
    private final Serializer serializer;
    private final CrayonTarget experiment;
    private final long upTo;
    private final List<Manifest.Entry> entries = new ArrayList<>();
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
        ZipOutputStream zip = new ZipOutputStream(out);
        // Numbers hardly get smaller by trying harder: three times the time for two per cent.
        zip.setLevel(Deflater.BEST_SPEED);
        writeEntry(zip, Manifest.EVENTS, this::writeEvents);
        writeEntry(zip, TENSORBOARD_LOG, this::writeTensorBoardLog);
        Manifest manifest = Manifest.of(name.value(), new Manifest.Counts(events, scalars, histograms), entries);
        begin(zip, Manifest.FILE);
        zip.write(manifest.json());
        zip.finish();
    }

    private interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    private void writeEntry(ZipOutputStream zip, String name, Body body) throws IOException {
        ZipEntry entry = begin(zip, name);
        MessageDigest digest = Manifest.sha256();
        OutputStream out = new BufferedOutputStream(new DigestOutputStream(zip, digest), BUFFER);
        body.writeTo(out);
        out.flush();
        zip.closeEntry();
        String sha256 = HexFormat.of().formatHex(digest.digest());
        entries.add(new Manifest.Entry(name, entry.getSize(), sha256));
    }

    private static ZipEntry begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        return entry;
    }

    private void writeEvents(OutputStream out) throws IOException {
        for (Object aggregate : List.of(experiment.experimentId(), experiment.iterationId())) {
            try (Stream<LoggedEvent> stored = log.read(new EventFilter(0, upTo, aggregate.toString(), Set.of()))) {
                for (Iterator<LoggedEvent> all = stored.iterator(); all.hasNext(); events++) {
                    out.write(EventLine.of(all.next()));
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
