package io.daybook.http.resource;

import io.daybook.api.refusal.Refusal;
import io.daybook.api.resource.Content;
import io.daybook.api.resource.ContentStore;
import io.daybook.api.resource.ResourceQuery.FindResource;
import io.daybook.api.resource.ResourceView;
import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.access.Thing;
import io.daybook.http.docs.Input;
import io.daybook.http.docs.Speaks;
import io.daybook.http.message.Answered;
import io.daybook.http.message.Queries;
import io.daybook.http.refusal.Refused;
import io.daybook.http.request.Reading;
import io.daybook.http.request.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The bytes of a resource, whole or in part. */
@Controller
final class DownloadController {

    private static final Logger logger = LoggerFactory.getLogger(DownloadController.class);
    private static final int BUFFER = 64 << 10;

    private final Queries queries;
    private final ContentStore store;

    DownloadController(Queries queries, ContentStore store) {
        this.queries = queries;
        this.store = store;
    }

    @GetMapping("/resource/{id}/data")
    @Requires(value = Permit.READ, of = Thing.RESOURCE)
    @Speaks(
            value = "Sends the bytes of a resource, whole or in part",
            asks = {Input.RANGE, Input.IF_NONE_MATCH},
            media = "application/octet-stream",
            also = {206, 304})
    void get(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        Answered<ResourceView> found =
                queries.ask(new FindResource(ResourceController.resource(id)), ResourceView.class, Reading.of(request));
        Content content = found.value().content();
        Reply.position(response, found.position());
        response.setHeader("ETag", Tags.of(content));
        response.setHeader("Accept-Ranges", "bytes");
        if (Tags.match(request, content)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        Span span = Tags.allowRange(request, content)
                ? Span.of(request.getHeader("Range"), content.size())
                : Span.all(content.size());
        send(response, content, span);
    }

    private void send(HttpServletResponse response, Content content, Span span) throws IOException {
        try (InputStream bytes = bytes(content.hash(), span.from())) {
            if (span.isPart()) {
                response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
                response.setHeader("Content-Range", span.header());
            }
            response.setContentType("application/octet-stream");
            response.setContentLengthLong(span.length());
            copy(bytes, response.getOutputStream(), span.length());
        }
    }

    private InputStream bytes(String hash, long from) {
        try {
            return store.read(hash, from)
                    .orElseThrow(() -> new IllegalStateException("the bytes are not in the store: " + hash));
        } catch (IOException lost) {
            throw unavailable(lost);
        }
    }

    private static void copy(InputStream bytes, OutputStream out, long length) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (long left = length; left > 0; ) {
            int read = read(bytes, buffer, (int) Math.min(buffer.length, left));
            if (read < 0) throw new IllegalStateException("the store holds fewer bytes than were kept");
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    /** A failure to read is the store's, one to write is the caller's. */
    private static int read(InputStream bytes, byte[] buffer, int most) {
        try {
            return bytes.read(buffer, 0, most);
        } catch (IOException lost) {
            throw unavailable(lost);
        }
    }

    private static Refused unavailable(IOException lost) {
        logger.error("bytes could not be read", lost);
        return new Refused(Refusal.STORE_UNAVAILABLE, "the bytes cannot be read now");
    }
}
