package io.daybook.query.backup.zip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A zip whose entries have harmless names and modest sizes. It is read in place, nothing is ever unpacked to disk. */
public final class CheckedZip implements AutoCloseable {

    private static final int LONGEST_NAME = 1024;
    private static final int FEW = 10_000;

    private final ZipFile zip;
    private final NavigableMap<String, ZipEntry> files = new TreeMap<>();

    private CheckedZip(ZipFile zip) {
        this.zip = zip;
    }

    /** @param limit what all entries together may come to, in bytes unpacked */
    public static CheckedZip open(Path path, long limit) throws IOException {
        return open(path, limit, FEW);
    }

    /** @param most so many entries there may be */
    public static CheckedZip open(Path path, long limit, int most) throws IOException {
        CentralDirectory.check(path, most);
        ZipFile zip = zipFile(path);
        try {
            CheckedZip checked = new CheckedZip(zip);
            checked.admit(limit);
            return checked;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static ZipFile zipFile(Path path) throws IOException {
        try {
            return new ZipFile(path.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            throw new BrokenArchive("the zip is damaged: " + e.getMessage());
        }
    }

    private void admit(long limit) throws BrokenArchive {
        long total = 0;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            checkName(entry.getName());
            total += entry.getSize();
            if (entry.getSize() < 0 || entry.getSize() > limit || total > limit) {
                throw new BrokenArchive("the zip unpacks to more than the " + limit + " bytes that are allowed");
            }
            if (entry.isDirectory()) continue;
            if (files.put(entry.getName(), entry) != null) {
                throw new BrokenArchive("the zip holds entry " + entry.getName() + " twice");
            }
        }
    }

    /** Names are never used as paths here; a zip that tries is refused all the same, since nobody honest made it. */
    private static void checkName(String name) throws BrokenArchive {
        if (name.length() > LONGEST_NAME) throw new BrokenArchive("an entry's name is too long");
        if (name.isEmpty() || name.codePoints().anyMatch(Character::isISOControl)) {
            throw new BrokenArchive("an entry's name is empty or holds a control character");
        }
        boolean absolute = name.startsWith("/") || name.matches("[A-Za-z]:.*");
        if (absolute || name.contains("\\") || List.of(name.split("/", -1)).contains("..")) {
            throw new BrokenArchive("entry " + name + " is a path that leaves the archive");
        }
    }

    public boolean has(String name) {
        return files.containsKey(name);
    }

    /** All files in order of name. Directories do not count. */
    public NavigableSet<String> names() {
        return Collections.unmodifiableNavigableSet(files.navigableKeySet());
    }

    /** An entry's bytes, which are known to be whole when their end was reached. */
    public InputStream read(String name) throws IOException {
        ZipEntry entry = files.get(name);
        if (entry == null) throw new BrokenArchive(name + " is missing from the zip");
        try {
            return new EntryStream(entry, zip.getInputStream(entry));
        } catch (ZipException e) {
            throw new BrokenArchive("entry " + name + " is damaged: " + e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
