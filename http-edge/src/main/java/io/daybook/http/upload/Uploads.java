package io.daybook.http.upload;

import io.daybook.api.refusal.Refusal;
import io.daybook.http.refusal.BadRequest;
import io.daybook.http.refusal.Refused;
import io.daybook.http.refusal.TooLarge;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Receives what may be long: forms, and bodies that are a file. What is not received whole leaves nothing. */
public final class Uploads {

    private final Path folder;
    private final long limit;

    Uploads(Path folder, long limit) {
        this.folder = folder;
        this.limit = limit;
    }

    public Form form(HttpServletRequest request, Fields fields) {
        if (!isForm(request)) throw new BadRequest("the request is no form: its type is not multipart/form-data");
        return spool(request, file -> {
            Form form = new FormReader(fields, file, limit).read(request);
            if (form.spooled() == null) Spooled.delete(file);
            return form;
        });
    }

    public Spooled body(HttpServletRequest request) {
        return spool(request, file -> new Spool(limit).keep(request.getInputStream(), file));
    }

    public static boolean isForm(HttpServletRequest request) {
        return type(request).equals("multipart/form-data");
    }

    /** The body's type without its parameters, in lower case. */
    public static String type(HttpServletRequest request) {
        String sent = request.getContentType();
        if (sent == null) return "";
        int parameters = sent.indexOf(';');
        return (parameters < 0 ? sent : sent.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    private <T> T spool(HttpServletRequest request, Reading<T> reading) {
        if (request.getContentLengthLong() > limit) throw new TooLarge(limit);
        Path file = file();
        try {
            return reading.into(file);
        } catch (IOException broken) {
            Spooled.delete(file);
            throw new BadRequest("the upload broke off or is not well-formed");
        } catch (RuntimeException failure) {
            Spooled.delete(file);
            throw failure;
        }
    }

    private Path file() {
        try {
            return Files.createTempFile(Files.createDirectories(folder), "upload-", null);
        } catch (IOException full) {
            throw new Refused(Refusal.STORE_UNAVAILABLE, "the upload cannot be kept on disk");
        }
    }

    private interface Reading<T> {
        T into(Path file) throws IOException;
    }
}
