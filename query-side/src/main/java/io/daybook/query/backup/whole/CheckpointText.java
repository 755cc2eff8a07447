package io.daybook.query.backup.whole;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.api.log.Checkpoint;
import io.daybook.query.backup.line.Gaps;
import io.daybook.query.backup.zip.BrokenArchive;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A checkpoint as {@code GET /audit/checkpoints} shows it. */
record CheckpointText(
        long position,
        String hash,
        String timestamp,
        String signature,
        @JsonProperty("public_key") String publicKey) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static byte[] of(Checkpoint made) {
        return JSON.writeValueAsBytes(
                new CheckpointText(made.position(), made.hash(), made.timestamp(), made.signature(), made.publicKey()));
    }

    static Checkpoint parse(byte[] json) throws BrokenArchive {
        try {
            CheckpointText text = JSON.readValue(json, CheckpointText.class);
            if (Gaps.in(text).isPresent()) throw none();
            return new Checkpoint(text.position, text.hash, text.timestamp, text.signature, text.publicKey);
        } catch (JacksonException e) {
            throw none();
        }
    }

    private static BrokenArchive none() {
        return new BrokenArchive(Layout.CHECKPOINT + " is not a checkpoint");
    }
}
