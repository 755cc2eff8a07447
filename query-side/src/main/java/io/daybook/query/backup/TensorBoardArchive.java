package io.daybook.query.backup;

import com.google.protobuf.InvalidProtocolBufferException;
import io.daybook.api.backup.Archive;
import io.daybook.api.experiment.ExperimentStatus;
import io.daybook.api.iteration.HistogramPoint;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.ScalarPoints;
import io.daybook.query.backup.zip.BrokenArchive;
import io.daybook.query.backup.zip.CheckedZip;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A backup of the original Crayon server, which zipped its TensorBoard log directory. */
record TensorBoardArchive(Path zip, ArchiveLimits limits) implements Archive.Sound {

    static boolean recognises(CheckedZip zip) {
        return zip.names().stream().anyMatch(TensorBoardArchive::isLog);
    }

    private static boolean isLog(String entry) {
        return entry.substring(entry.lastIndexOf('/') + 1).startsWith("events.out.tfevents.");
    }

    static TensorBoardArchive check(CheckedZip contents, Path zip, ArchiveLimits limits) throws IOException {
        AtomicLong scalars = new AtomicLong();
        read(contents, new Batches(batch -> scalars.addAndGet(batch.size()), batch -> {}));
        if (scalars.get() > IterationId.MAX_POINTS) {
            throw new BrokenArchive("the zip holds more than " + IterationId.MAX_POINTS + " scalars");
        }
        return new TensorBoardArchive(zip, limits);
    }

    /** In order of the files' names, since the original put the time of their creation there. */
    private static void read(CheckedZip contents, Batches points) throws IOException {
        for (String entry : contents.names()) {
            if (!isLog(entry)) continue;
            try (InputStream in = new BufferedInputStream(contents.read(entry))) {
                readLog(new TfRecords(in, entry), points);
            }
        }
        points.flush();
    }

    private static void readLog(TfRecords records, Batches points) throws IOException {
        for (byte[] record = records.next(); record != null; record = records.next()) {
            try {
                TensorBoardEvents.read(record, points);
            } catch (BrokenArchive e) {
                throw records.broken(e.reason());
            } catch (InvalidProtocolBufferException e) {
                throw records.broken("is not an event of TensorBoard");
            }
        }
    }

    @Override
    public String description() {
        return "";
    }

    @Override
    public ExperimentStatus status() {
        return ExperimentStatus.IN_PROGRESS;
    }

    @Override
    public @Nullable String endDate() {
        return null;
    }

    @Override
    public void replay(Consumer<ScalarPoints> scalars, Consumer<List<HistogramPoint>> histograms) throws IOException {
        try (CheckedZip contents = CheckedZip.open(zip, limits.unpackedBytes())) {
            read(contents, new Batches(scalars, histograms));
        }
    }
}
