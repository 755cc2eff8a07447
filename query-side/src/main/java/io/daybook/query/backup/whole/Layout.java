package io.daybook.query.backup.whole;

import io.daybook.api.resource.ContentStore;
import java.util.regex.Pattern;

/** What the entries of a server's zip are called. */
final class Layout {

    static final String CHECKPOINT = "checkpoint.json";

    /** A backup of more files than this is refused: neither side could hold its list in memory. */
    static final int MOST_ENTRIES = 1_000_000;

    /** Another segment begins when one has so many bytes. */
    static final long SEGMENT = 64L << 20;

    private static final String ARTIFACTS = "artifacts/";
    private static final Pattern EVENTS = Pattern.compile("events/[1-9][0-9]{0,17}\\.ndjson");
    private static final Pattern KEY = Pattern.compile("keys/[0-9a-z]{1,32}\\.pub");

    private Layout() {}

    /** The segment that begins with the event at a position. */
    static String events(long first) {
        return "events/" + first + ".ndjson";
    }

    static boolean isEvents(String name) {
        return EVENTS.matcher(name).matches();
    }

    static long first(String events) {
        return Long.parseLong(events.substring("events/".length(), events.indexOf('.')));
    }

    static String artifact(String hash) {
        return ARTIFACTS + ContentStore.place(hash);
    }

    static boolean isArtifact(String name) {
        String hash = name.substring(name.lastIndexOf('/') + 1);
        return ContentStore.isHash(hash) && name.equals(artifact(hash));
    }

    static String hash(String artifact) {
        return artifact.substring(artifact.lastIndexOf('/') + 1);
    }

    static String key(int number) {
        return "keys/" + number + ".pub";
    }

    static boolean isKey(String name) {
        return KEY.matcher(name).matches();
    }

    static boolean isKnown(String name) {
        return name.equals(CHECKPOINT) || isEvents(name) || isArtifact(name) || isKey(name);
    }
}
