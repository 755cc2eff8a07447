package io.daybook.testkit.content;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What lies in the bucket of an {@link S3Server}. */
final class S3Objects {

    /** Few enough that lists come in several pages. */
    private static final int PAGE = 2;

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private final TreeMap<String, Stored> objects = new TreeMap<>();
    private final Map<String, SortedMap<Integer, byte[]>> uploads = new HashMap<>();
    private int begun;
    private int inParts;

    private record Stored(byte[] bytes, Instant date) {}

    synchronized void clear() {
        objects.clear();
        uploads.clear();
        inParts = 0;
    }

    synchronized void date(Instant moment) {
        objects.replaceAll((key, stored) -> new Stored(stored.bytes(), moment));
    }

    synchronized int inParts() {
        return inParts;
    }

    synchronized int unfinished() {
        return uploads.size();
    }

    synchronized S3Reply put(String key, byte[] bytes) {
        objects.put(key, new Stored(bytes, Instant.now()));
        return S3Reply.empty(200);
    }

    synchronized S3Reply delete(String key) {
        objects.remove(key);
        return S3Reply.empty(204);
    }

    synchronized S3Reply begin(String key) {
        String id = "upload-" + ++begun;
        uploads.put(id, new TreeMap<>());
        return S3Reply.xml(
                200,
                "<InitiateMultipartUploadResult><Bucket>" + S3Server.BUCKET + "</Bucket><Key>" + key
                        + "</Key><UploadId>" + id + "</UploadId></InitiateMultipartUploadResult>");
    }

    synchronized S3Reply part(String upload, int number, byte[] bytes) {
        SortedMap<Integer, byte[]> parts = uploads.get(upload);
        if (parts == null) return S3Reply.error(404, "NoSuchUpload");
        parts.put(number, bytes);
        return S3Reply.empty(200);
    }

    synchronized S3Reply abort(String upload) {
        uploads.remove(upload);
        return S3Reply.empty(204);
    }

    /** @param list of the parts, each with its checksum */
    synchronized S3Reply complete(String key, String upload, String list) {
        SortedMap<Integer, byte[]> parts = uploads.remove(upload);
        if (parts == null) return S3Reply.error(404, "NoSuchUpload");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts.values()) {
            if (!list.contains(Bytes.of(part).sum())) return S3Reply.error(400, "InvalidPart");
            whole.writeBytes(part);
        }
        inParts++;
        put(key, whole.toByteArray());
        return S3Reply.xml(
                200,
                "<CompleteMultipartUploadResult><Key>" + key
                        + "</Key><ETag>\"1\"</ETag></CompleteMultipartUploadResult>");
    }

    synchronized S3Reply get(String key, @Nullable String range) {
        Stored stored = objects.get(key);
        if (stored == null) return S3Reply.error(404, "NoSuchKey");
        Map<String, String> headers = Map.of("ETag", "\"1\"", "Last-Modified", HTTP_DATE.format(stored.date()));
        if (range == null) return new S3Reply(200, headers, stored.bytes());
        long from = Long.parseLong(range.substring("bytes=".length(), range.indexOf('-')));
        int length = stored.bytes().length;
        if (from >= length) return S3Reply.error(416, "InvalidRange");
        return new S3Reply(206, headers, Arrays.copyOfRange(stored.bytes(), (int) from, length));
    }

    synchronized S3Reply list(S3Query query) {
        StringBuilder xml = new StringBuilder("<ListBucketResult>");
        String prefix = query.get("prefix");
        String last = query.get("continuation-token");
        int listed = 0;
        for (var each : objects.tailMap(last, false).entrySet()) {
            if (!each.getKey().startsWith(prefix)) continue;
            if (listed++ == PAGE) break;
            last = each.getKey();
            xml.append("<Contents><Key>").append(last).append("</Key><LastModified>");
            xml.append(each.getValue().date()).append("</LastModified><Size>");
            xml.append(each.getValue().bytes().length).append("</Size></Contents>");
        }
        boolean more = listed > PAGE;
        xml.append("<IsTruncated>").append(more).append("</IsTruncated>");
        if (more) xml.append("<NextContinuationToken>").append(last).append("</NextContinuationToken>");
        return S3Reply.xml(200, xml.append("</ListBucketResult>").toString());
    }
}
