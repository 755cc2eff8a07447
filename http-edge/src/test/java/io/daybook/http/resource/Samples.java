package io.daybook.http.resource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.resource.Content;
import io.daybook.api.resource.ContentStore;
import io.daybook.api.resource.ResourceView;
import io.daybook.http.request.Sha256;
import java.util.List;

/** A resource, and forms as clients send them. */
final class Samples {

    static final String HELLO = Sha256.hex("hello".getBytes(UTF_8));
    static final Content CONTENT = new Content(HELLO, 5, "filesystem", ContentStore.fileUri(HELLO));
    static final ResourceView WEIGHTS =
            new ResourceView(3, 4, "weights.bin", "", "2026-02-11T09:20:00.911", null, CONTENT);
    static final String MULTIPART = "multipart/form-data; boundary=b";

    private Samples() {}

    /** @param parts what stands behind {@code name=} and the content, in turn; a letter is a byte */
    static byte[] form(String... parts) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < parts.length; i += 2) {
            form.append("--b\r\nContent-Disposition: form-data; name=")
                    .append(parts[i])
                    .append("\r\n\r\n")
                    .append(parts[i + 1])
                    .append("\r\n");
        }
        return form.append("--b--\r\n").toString().getBytes(ISO_8859_1);
    }

    static List<String> hashes(String... texts) {
        return List.of(texts).stream()
                .map(text -> Sha256.hex(text.getBytes(ISO_8859_1)))
                .toList();
    }
}
