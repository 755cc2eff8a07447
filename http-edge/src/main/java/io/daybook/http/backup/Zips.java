package io.daybook.http.backup;

import io.daybook.http.refusal.BadRequest;
import io.daybook.http.upload.Fields;
import io.daybook.http.upload.Form;
import io.daybook.http.upload.Spooled;
import io.daybook.http.upload.Uploads;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.util.Set;

/** Receives zips: as the body, or as the part {@code archive} of a form. */
final class Zips {

    private static final String ARCHIVE = "archive";
    private static final Fields FIELDS = new Fields(ARCHIVE, Set.of());

    private final Uploads uploads;

    Zips(Uploads uploads) {
        this.uploads = uploads;
    }

    /**
     * A zip on disk, until it is closed.
     *
     * @param hash tells whether another request was the same
     */
    record Zip(Spooled spooled, String hash) implements AutoCloseable {

        Path file() {
            return spooled.file();
        }

        @Override
        public void close() {
            spooled.close();
        }
    }

    Zip receive(HttpServletRequest request) {
        if (Uploads.isForm(request)) return archive(uploads.form(request, FIELDS));
        if (Uploads.type(request).equals("application/zip")) {
            Spooled body = uploads.body(request);
            return new Zip(body, body.hash());
        }
        throw new BadRequest("there is no zip in the request: neither a form with a part archive nor application/zip");
    }

    private static Zip archive(Form form) {
        return form.file()
                .map(file -> new Zip(file, form.hash()))
                .orElseThrow(() -> new BadRequest("there is no zip in the request: the form has no part archive"));
    }
}
