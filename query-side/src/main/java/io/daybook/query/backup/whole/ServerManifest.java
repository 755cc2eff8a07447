package io.daybook.query.backup.whole;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.query.backup.line.Gaps;
import io.daybook.query.backup.zip.BrokenArchive;
import io.daybook.query.backup.zip.CheckedZip;
import io.daybook.query.backup.zip.ListedEntry;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the zip of a server says about itself.
 *
 * @param after the events begin behind this position; 0 when all are there
 * @param afterHash of the chain there, lower-case hex
 * @param position of the last event
 * @param hash of the chain there
 */
public record ServerManifest(
        String format,
        int version,
        long after,
        @JsonProperty("after_hash") String afterHash,
        long position,
        String hash,
        Counts counts,
        List<ListedEntry> entries) {

    /** @param artifacts the files that are in the zip */
    public record Counts(long events, long artifacts) {}

    private static final String FORMAT = "daybook-server";
    private static final int VERSION = 1;

    /** A million entries. */
    private static final int LONGEST = 256 << 20;

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    /** A stretch of the log, from behind one place to another. */
    record Stretch(long after, String afterHash, long position, String hash) {}

    static ServerManifest of(Stretch stretch, Counts counts, List<ListedEntry> entries) {
        return new ServerManifest(
                FORMAT,
                VERSION,
                stretch.after(),
                stretch.afterHash(),
                stretch.position(),
                stretch.hash(),
                counts,
                entries);
    }

    byte[] json() {
        return JSON.writeValueAsBytes(this);
    }

    static ServerManifest read(CheckedZip zip) throws IOException {
        try (InputStream in = zip.read(ListedEntry.MANIFEST)) {
            byte[] json = in.readNBytes(LONGEST);
            if (in.read() >= 0) throw new BrokenArchive(ListedEntry.MANIFEST + " is too long to be a manifest");
            return parse(json);
        }
    }

    private static ServerManifest parse(byte[] json) throws BrokenArchive {
        try {
            JsonNode tree = JSON.readTree(json);
            checkVersion(tree);
            ServerManifest manifest = JSON.treeToValue(tree, ServerManifest.class);
            Optional<String> gap = Gaps.in(manifest);
            if (gap.isPresent()) throw new BrokenArchive(ListedEntry.MANIFEST + " has no " + gap.get());
            boolean ordered = manifest.after() >= 0 && manifest.position() >= Math.max(1, manifest.after());
            if (!ordered) throw new BrokenArchive(ListedEntry.MANIFEST + " names positions that no log has");
            return manifest;
        } catch (JacksonException e) {
            throw new BrokenArchive(ListedEntry.MANIFEST + " is not the manifest of a backup");
        }
    }

    /** Before the rest is looked at, which may look different in a later version. */
    private static void checkVersion(JsonNode tree) throws BrokenArchive {
        if (!tree.path("format").asString("").equals(FORMAT)) {
            throw new BrokenArchive(ListedEntry.MANIFEST + " is not the manifest of a whole server's backup");
        }
        int version = tree.path("version").asInt(0);
        if (version == VERSION) return;
        throw new BrokenArchive("the backup has version " + version + ", this server reads version " + VERSION);
    }
}
