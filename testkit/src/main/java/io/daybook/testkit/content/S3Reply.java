package io.daybook.testkit.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;

/** An answer of the S3 server. */
record S3Reply(int status, Map<String, String> headers, byte[] body) {

    static S3Reply empty(int status) {
        return new S3Reply(status, Map.of("ETag", "\"1\""), new byte[0]);
    }

    static S3Reply error(int status, String code) {
        return xml(status, "<Error><Code>" + code + "</Code><Message>" + code + "</Message></Error>");
    }

    static S3Reply xml(int status, String xml) {
        byte[] body = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(UTF_8);
        return new S3Reply(status, Map.of("Content-Type", "application/xml"), body);
    }
}
