package io.daybook.query.backup;

import io.daybook.api.backup.Archive;
import io.daybook.api.experiment.ExperimentStatus;
import io.daybook.api.iteration.HistogramPoint;
import io.daybook.api.iteration.IterationEvent.HistogramsLogged;
import io.daybook.api.iteration.IterationEvent.PointChanged;
import io.daybook.api.iteration.IterationEvent.ScalarsLogged;
import io.daybook.api.iteration.ScalarPoints;
import io.daybook.query.backup.correction.CorrectedPoints;
import io.daybook.query.backup.line.Lines;
import io.daybook.query.backup.zip.BrokenArchive;
import io.daybook.query.backup.zip.CheckedZip;
import io.daybook.query.backup.zip.ListedEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** A backup that this server, or one like it, wrote. Only the events in it count; the TensorBoard log is a courtesy. */
record DaybookArchive(Path zip, Serializer events, ArchiveLimits limits, History history, CorrectedPoints points)
        implements Archive.Sound {

    /** By either name: a zip of ours that lost one of them must not pass for a mere TensorBoard log. */
    static boolean recognises(CheckedZip zip) {
        return zip.has(Manifest.FILE) || zip.has(Manifest.EVENTS);
    }

    static DaybookArchive check(CheckedZip contents, Path zip, Serializer events, ArchiveLimits limits)
            throws IOException {
        Manifest manifest = manifest(contents);
        ListedEntry.checkNames(manifest.entries(), contents);
        for (ListedEntry entry : manifest.entries()) entry.check(contents);
        History history = new History();
        read(contents, events, history::add);
        history.finish();
        if (!history.counts().equals(manifest.counts())) {
            throw new BrokenArchive("the events are not as many as " + Manifest.FILE + " says");
        }
        CorrectedPoints points = new CorrectedPoints(history.corrections());
        if (!history.corrections().isEmpty()) readAgain(contents, events, history, points);
        return new DaybookArchive(zip, events, limits, history, points);
    }

    /** Corrections come after what they correct. */
    private static void readAgain(CheckedZip contents, Serializer events, History history, CorrectedPoints points)
            throws IOException {
        read(contents, events, line -> {
            if (line.event() instanceof ScalarsLogged logged) {
                history.recheck(logged);
                points.lookAt(logged);
            }
            if (line.event() instanceof PointChanged changed) points.lookAt(changed);
        });
    }

    private static Manifest manifest(CheckedZip contents) throws IOException {
        try (InputStream in = contents.read(Manifest.FILE)) {
            byte[] json = in.readNBytes(Manifest.LONGEST);
            if (in.read() >= 0) throw new BrokenArchive(Manifest.FILE + " is too long to be a manifest");
            return Manifest.parse(json);
        }
    }

    private interface Reader {
        void read(EventLine line) throws IOException;
    }

    private static void read(CheckedZip contents, Serializer events, Reader reader) throws IOException {
        try (Lines lines = new Lines(contents.read(Manifest.EVENTS), Manifest.EVENTS)) {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                try {
                    reader.read(EventLine.parse(line, events));
                } catch (BrokenArchive e) {
                    throw lines.broken(e.reason());
                }
            }
        }
    }

    @Override
    public String description() {
        return history.description();
    }

    @Override
    public ExperimentStatus status() {
        return history.status();
    }

    @Override
    public @Nullable String endDate() {
        return history.endDate();
    }

    @Override
    public void replay(Consumer<ScalarPoints> scalars, Consumer<List<HistogramPoint>> histograms) throws IOException {
        Batches batches = new Batches(scalars, histograms);
        try (CheckedZip contents = CheckedZip.open(zip, limits.unpackedBytes())) {
            read(contents, events, line -> {
                switch (line.event()) {
                    case ScalarsLogged logged when history.corrections().isEmpty() -> batches.add(logged.points());
                    case ScalarsLogged logged -> points.tell(logged, batches::add);
                    case PointChanged changed -> points.tell(changed, batches::add);
                    case HistogramsLogged logged -> logged.points().forEach(batches::add);
                    default -> {}
                }
            });
        }
        batches.flush();
    }
}
