package io.daybook.http.upload;

import io.daybook.http.refusal.BadRequest;
import io.daybook.http.refusal.TooLarge;
import io.daybook.http.request.Sha256;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.jspecify.annotations.Nullable;

/** Reads one form, part by part. Of several parts with one name the first wins. */
final class FormReader {

    /** A file's name may have 255 bytes, each of them three characters when percent-encoded. */
    private static final int PART_HEADERS = 16 << 10;

    private static final int TEXT = 1 << 20;

    private final Fields fields;
    private final Path file;
    private final long limit;
    private final Map<String, String> texts = new HashMap<>();
    private @Nullable Spooled spooled;

    /** @param file into which the part goes that is a file */
    FormReader(Fields fields, Path file, long limit) {
        this.fields = fields;
        this.file = file;
        this.limit = limit;
    }

    Form read(HttpServletRequest request) throws IOException {
        JakartaServletFileUpload<?, ?> upload = new JakartaServletFileUpload<>();
        upload.setMaxSize(limit);
        upload.setMaxPartHeaderSize(PART_HEADERS);
        try {
            String hash = read(upload.getItemIterator(request));
            return new Form(Map.copyOf(texts), spooled, hash);
        } catch (FileUploadSizeException large) {
            if (large.getPermitted() == limit) throw new TooLarge(limit);
            throw new BadRequest("a part of the form has headers that are too long");
        }
    }

    private String read(FileItemInputIterator parts) throws IOException {
        MessageDigest digest = Sha256.digest();
        while (parts.hasNext()) {
            FileItemInput part = parts.next();
            String name = String.valueOf(part.getFieldName());
            byte[] named = name.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(named.length).flip());
            digest.update(named);
            try (InputStream in = part.getInputStream()) {
                digest.update(content(name, in));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The hash of a part's content, which is kept when it is wanted. */
    private byte[] content(String name, InputStream in) throws IOException {
        if (name.equals(fields.file()) && spooled == null) {
            spooled = new Spool(limit).keep(in, file);
            return HexFormat.of().parseHex(spooled.hash());
        }
        if (fields.texts().contains(name) && !texts.containsKey(name)) return text(name, in);
        return new Spool(limit).copy(in, OutputStream.nullOutputStream()).sha256();
    }

    private byte[] text(String name, InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            byte[] hash = new Spool(TEXT).copy(in, bytes).sha256();
            texts.put(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes.toByteArray()))
                            .toString());
            return hash;
        } catch (TooLarge large) {
            throw new BadRequest(name + " is longer than " + TEXT + " bytes");
        } catch (CharacterCodingException other) {
            throw new BadRequest(name + " is not UTF-8");
        }
    }
}
