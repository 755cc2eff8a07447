package io.daybook.http.backup;

import io.daybook.http.refusal.BadRequest;
import io.daybook.http.refusal.TooLarge;
import io.daybook.http.request.Sha256;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;

/** A form, part by part. Only its {@code archive} is kept; clients send a submit button, too. */
final class Form {

    private static final String ARCHIVE = "archive";

    /** A file's name may have 255 bytes, each of them three characters when percent-encoded. */
    private static final int PART_HEADERS = 16 << 10;

    private final Spool spool;
    private final long limit;

    Form(long limit) {
        this.limit = limit;
        spool = new Spool(limit);
    }

    /**
     * Keeps the archive, and hashes all parts by name and content: two forms may differ in nothing but the boundary
     * between their parts.
     */
    String keep(HttpServletRequest request, Path file) throws IOException {
        JakartaServletFileUpload<?, ?> upload = new JakartaServletFileUpload<>();
        upload.setMaxSize(limit);
        upload.setMaxPartHeaderSize(PART_HEADERS);
        try {
            return keep(upload.getItemIterator(request), file);
        } catch (FileUploadSizeException large) {
            if (large.getPermitted() == limit) throw new TooLarge(limit);
            throw new BadRequest("a part of the form has headers that are too long");
        }
    }

    private String keep(FileItemInputIterator parts, Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        boolean kept = false;
        while (parts.hasNext()) {
            FileItemInput part = parts.next();
            String name = String.valueOf(part.getFieldName());
            boolean archive = !kept && name.equals(ARCHIVE);
            kept |= archive;
            byte[] named = name.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(named.length).flip());
            digest.update(named);
            digest.update(content(part, archive ? Spool.open(file) : OutputStream.nullOutputStream()));
        }
        if (!kept) throw new BadRequest("there is no zip in the request: the form has no part archive");
        return HexFormat.of().formatHex(digest.digest());
    }

    private byte[] content(FileItemInput part, OutputStream out) throws IOException {
        try (out;
                InputStream in = part.getInputStream()) {
            return spool.copy(in, out);
        }
    }
}
