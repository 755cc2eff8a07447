package io.daybook.http.series;

import io.daybook.http.json.JsonNumbers;
import io.daybook.http.series.Part.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.util.NavigableMap;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/** Writes points as columns. */
final class PartJson {

    /** So many points are held in memory, so that the columns of an answer are of one reading: 24 bytes each. */
    private static final long HELD = 1_000_000;

    private final JsonGenerator json;
    private final JsonNumbers numbers;

    PartJson(JsonGenerator json, OutputStream out) {
        this.json = json;
        this.numbers = new JsonNumbers(json, out);
    }

    @FunctionalInterface
    private interface Column {
        void write(Page page) throws IOException;
    }

    /** Into an object that was begun. */
    void write(Part part) throws IOException {
        json.writeStringProperty("key", part.key());
        json.writeNumberProperty("count", part.count());
        json.writeNumberProperty("returned", part.returned());
        json.writeBooleanProperty("thinned", part.thinned());
        if (part.returned() <= HELD) writeHeld(held(part));
        else writeRead(part);
    }

    private void writeHeld(Part part) throws IOException {
        column("step", part, page -> numbers.add(page.step()));
        column("wall_time", part, page -> numbers.add(page.wallTime()));
        column("value", part, page -> numbers.add(page.value()));
    }

    private void writeRead(Part part) throws IOException {
        PageHash first = new PageHash();
        PageHash second = new PageHash();
        PageHash third = new PageHash();
        column("step", part, page -> numbers.add(first.passing(page).step()));
        column("wall_time", part, page -> numbers.add(second.passing(page).wallTime()));
        column("value", part, page -> numbers.add(third.passing(page).value()));
        if (first.hash != second.hash || first.hash != third.hash) {
            throw new IllegalStateException("points were changed while they were read");
        }
    }

    /** Of all columns, which tells whether the next one is of the same points. */
    private static final class PageHash {

        private long hash;

        Page passing(Page page) {
            hash = 31 * hash + page.hash();
            return page;
        }
    }

    private static Part held(Part live) {
        NavigableMap<Long, Page> pages = new TreeMap<>();
        for (long read = 0; read < live.returned(); ) {
            Page page = live.pages().apply(read);
            pages.put(read, page);
            read += page.size();
        }
        return new Part(live.key(), live.count(), live.returned(), pages::get);
    }

    private void column(String name, Part part, Column column) throws IOException {
        numbers.begin(name);
        for (long written = 0; written < part.returned(); ) {
            Page page = part.pages().apply(written);
            column.write(page);
            written += page.size();
        }
        numbers.end();
    }
}
