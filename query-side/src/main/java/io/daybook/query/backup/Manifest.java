package io.daybook.query.backup;

import io.daybook.query.backup.line.Gaps;
import io.daybook.query.backup.zip.BrokenArchive;
import io.daybook.query.backup.zip.ListedEntry;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** What an archive says about itself: the last entry written, since it counts and names all others. */
record Manifest(String format, int version, String name, Counts counts, List<ListedEntry> entries) {

    static final String FILE = ListedEntry.MANIFEST;
    static final String EVENTS = "events.ndjson";
    static final int LONGEST = 1 << 20;

    private static final String FORMAT = "daybook-experiment";
    private static final int VERSION = 1;

    /** ASCII only, as in {@link io.daybook.query.backup.line.StoredLine}. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build())
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    record Counts(long events, long scalars, long histograms) {}

    static Manifest of(String name, Counts counts, List<ListedEntry> entries) {
        return new Manifest(FORMAT, VERSION, name, counts, entries);
    }

    byte[] json() {
        return JSON.writeValueAsBytes(this);
    }

    static Manifest parse(byte[] json) throws BrokenArchive {
        try {
            JsonNode tree = JSON.readTree(json);
            checkVersion(tree);
            Manifest manifest = JSON.treeToValue(tree, Manifest.class);
            Optional<String> gap = Gaps.in(manifest);
            if (gap.isPresent()) throw new BrokenArchive(FILE + " has no " + gap.get());
            return manifest;
        } catch (JacksonException e) {
            throw new BrokenArchive(FILE + " is not the manifest of a backup");
        }
    }

    /** Before the rest is looked at, which may look different in a later version. */
    private static void checkVersion(JsonNode tree) throws BrokenArchive {
        if (!tree.path("format").asString("").equals(FORMAT)) {
            throw new BrokenArchive(FILE + " is not the manifest of an experiment's backup");
        }
        int version = tree.path("version").asInt(0);
        if (version > VERSION) {
            throw new BrokenArchive(
                    "the backup has version " + version + ", this server reads versions up to " + VERSION);
        }
        if (version != VERSION) throw new BrokenArchive(FILE + " names no version that ever was");
    }
}
