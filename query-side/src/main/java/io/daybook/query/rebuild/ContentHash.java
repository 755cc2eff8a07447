package io.daybook.query.rebuild;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over documents: of each the name of its collection, its id and its body, each after its length. */
final class ContentHash {

    private final MessageDigest digest;

    ContentHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void add(String collection, Walk.Entry document) {
        add(collection.getBytes(UTF_8));
        add(document.id().getBytes(UTF_8));
        add(document.body());
    }

    private void add(byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    /** To be asked once. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of several hashes one; of a single one itself. */
    static String of(List<String> hashes) {
        if (hashes.size() == 1) return hashes.getFirst();
        ContentHash all = new ContentHash();
        for (String hash : hashes) all.digest.update(HexFormat.of().parseHex(hash));
        return all.hex();
    }
}
