package io.daybook.query.backup;

import io.daybook.api.backup.Archive;
import io.daybook.api.backup.Archives;
import io.daybook.api.crayon.CrayonName;
import io.daybook.api.crayon.CrayonTarget;
import io.daybook.api.log.EventLog;
import io.daybook.query.backup.zip.BrokenArchive;
import io.daybook.query.backup.zip.CheckedZip;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.axonframework.serialization.Serializer;

/** Archives as zips: written from the log, read from our own zips and from those of the original Crayon server. */
public final class ZipArchives implements Archives {

    private final EventLog log;
    private final Serializer events;
    private final ArchiveLimits limits;

    public ZipArchives(EventLog log, Serializer events, ArchiveLimits limits) {
        this.log = log;
        this.events = events;
        this.limits = limits;
    }

    @Override
    public void write(CrayonName name, CrayonTarget experiment, long upTo, OutputStream out) throws IOException {
        new ArchiveWriter(log, events, experiment, upTo).write(name, out);
    }

    @Override
    public Archive open(Path zip) throws IOException {
        try (CheckedZip contents = CheckedZip.open(zip, limits.unpackedBytes())) {
            if (DaybookArchive.recognises(contents)) return DaybookArchive.check(contents, zip, events, limits);
            if (TensorBoardArchive.recognises(contents)) return TensorBoardArchive.check(contents, zip, limits);
            return new Archive.Broken("the zip is not a backup of this server or of the original Crayon server");
        } catch (BrokenArchive e) {
            return new Archive.Broken(e.reason());
        }
    }
}
