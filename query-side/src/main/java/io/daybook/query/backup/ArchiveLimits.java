package io.daybook.query.backup;

/**
 * What an archive may cost the one who reads it.
 *
 * @param unpackedBytes the most that all entries of a zip together may unpack to
 */
public record ArchiveLimits(long unpackedBytes) {

    public ArchiveLimits {
        if (unpackedBytes < 1) {
            throw new IllegalArgumentException("the limit of unpacked bytes is 1 or more, not " + unpackedBytes);
        }
    }
}
