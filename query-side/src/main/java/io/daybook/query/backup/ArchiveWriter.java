package io.daybook.query.backup;

import io.daybook.api.crayon.CrayonName;
import io.daybook.api.crayon.CrayonTarget;
import io.daybook.api.iteration.HistogramPoint;
import io.daybook.api.iteration.IterationEvent.HistogramsLogged;
import io.daybook.api.iteration.IterationEvent.ScalarsLogged;
import io.daybook.api.log.EventFilter;
import io.daybook.api.log.EventLog;
import io.daybook.api.log.LoggedEvent;
import io.daybook.api.message.StoredType;
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

/** Writes one archive, reading the log once for the events and once more for the TensorBoard log. */
final class ArchiveWriter {

    private static final String TENSORBOARD_LOG = "tensorboard/events.out.tfevents.0000000000.daybook";
    private static final Set<String> POINTS =
            Set.of(StoredType.ScalarsLogged.name(), StoredType.HistogramsLogged.name());

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
        String iteration = experiment.iterationId().toString();
        try (Stream<LoggedEvent> stored = log.read(new EventFilter(0, upTo, iteration, POINTS))) {
            for (Iterator<LoggedEvent> all = stored.iterator(); all.hasNext(); ) {
                writePoints(event(all.next()), out);
            }
        }
    }

    private Object event(LoggedEvent stored) {
        return serializer.<byte[], Object>deserialize(
                new SimpleSerializedObject<>(stored.payload(), byte[].class, stored.type(), stored.revision()));
    }

    private void writePoints(Object event, OutputStream out) throws IOException {
        if (event instanceof ScalarsLogged logged) {
            for (int i = 0; i < logged.points().size(); i++) {
                TfRecords.write(out, TensorBoardEvents.scalar(logged.points(), i));
            }
            scalars += logged.points().size();
        }
        if (event instanceof HistogramsLogged logged) {
            for (HistogramPoint point : logged.points()) TfRecords.write(out, TensorBoardEvents.histogram(point));
            histograms += logged.points().size();
        }
    }
}
