package io.daybook.http.backup;

import io.daybook.api.refusal.Refusal;
import io.daybook.http.refusal.BadRequest;
import io.daybook.http.refusal.Refused;
import io.daybook.http.refusal.TooLarge;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Receives zips: as the body, or as the part {@code archive} of a form. */
final class Uploads {

    private final Path folder;
    private final long limit;

    Uploads(Path folder, long limit) {
        this.folder = folder;
        this.limit = limit;
    }

    Upload receive(HttpServletRequest request) {
        String type = type(request);
        if (request.getContentLengthLong() > limit) throw new TooLarge(limit);
        if (type.equals("multipart/form-data")) return spool(file -> new Form(limit).keep(request, file));
        if (type.equals("application/zip")) return spool(file -> new Spool(limit).keep(request.getInputStream(), file));
        throw new BadRequest("there is no zip in the request: neither a form with a part archive nor application/zip");
    }

    private static String type(HttpServletRequest request) {
        String sent = request.getContentType();
        if (sent == null) return "";
        int parameters = sent.indexOf(';');
        return (parameters < 0 ? sent : sent.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    private Upload spool(Keeping keeping) {
        Path file = file();
        try {
            return new Upload(file, keeping.keep(file));
        } catch (IOException broken) {
            Upload.delete(file);
            throw new BadRequest("the upload broke off or is not well-formed");
        } catch (RuntimeException failure) {
            Upload.delete(file);
            throw failure;
        }
    }

    private Path file() {
        try {
            return Files.createTempFile(Files.createDirectories(folder), "upload-", ".zip");
        } catch (IOException full) {
            throw new Refused(Refusal.STORE_UNAVAILABLE, "the upload cannot be kept on disk");
        }
    }

    private interface Keeping {
        /** Writes the zip to the file, and answers with the hash of what was sent. */
        String keep(Path file) throws IOException;
    }
}
