package io.daybook.api.resource;

/**
 * The bytes of a resource, which lie in a content store.
 *
 * @param hash SHA-256, lower-case hex: by it the bytes are found, whatever the other two say
 * @param size in bytes
 * @param backend the store at the time of the upload: {@code filesystem}, {@code gridfs} or {@code s3}
 * @param uri as clients are shown it
 */
public record Content(String hash, long size, String backend, String uri) {}
