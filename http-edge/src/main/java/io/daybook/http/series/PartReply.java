package io.daybook.http.series;

import io.daybook.http.json.JsonReply;
import io.daybook.http.series.Part.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/** Writes points, as columns in JSON or as lines in CSV. */
final class PartReply {

    private PartReply() {}

    /** So many points are held in memory, so that the columns of an answer are of one reading: 24 bytes each. */
    private static final long HELD = 1_000_000;

    @FunctionalInterface
    private interface Column {
        void write(Page page, int i);
    }

    static void send(HttpServletRequest request, HttpServletResponse response, Part part) throws IOException {
        if (!Csv.isWanted(request)) {
            JsonReply.send(response, json -> {
                json.writeStartObject();
                write(json, part);
                json.writeEndObject();
            });
            return;
        }
        Writer out = Csv.begin(response, "step,wall_time,value");
        lines(out, "", part);
        out.flush();
    }

    /** @param ofIterations each with the iteration that it is of */
    static void compare(HttpServletRequest request, HttpServletResponse response, List<Compared> ofIterations)
            throws IOException {
        if (!Csv.isWanted(request)) {
            JsonReply.send(response, json -> writeAll(json, ofIterations));
            return;
        }
        Writer out = Csv.begin(response, "iteration_id,step,wall_time,value");
        for (Compared one : ofIterations) lines(out, one.iteration() + ",", one.part());
        out.flush();
    }

    /** A series of one of several iterations. */
    record Compared(long iteration, Part part) {}

    private static void writeAll(JsonGenerator json, List<Compared> ofIterations) {
        json.writeStartArray();
        for (Compared one : ofIterations) {
            json.writeStartObject();
            json.writeNumberProperty("iteration_id", one.iteration());
            write(json, one.part());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Part live) {
        Part part = live.returned() <= HELD ? held(live) : live;
        json.writeStringProperty("key", part.key());
        json.writeNumberProperty("count", part.count());
        json.writeNumberProperty("returned", part.returned());
        json.writeBooleanProperty("thinned", part.thinned());
        long read = column(json, "step", part, (page, i) -> json.writeNumber(page.step()[i]));
        long again = column(json, "wall_time", part, (page, i) -> json.writeNumber(page.wallTime()[i]));
        long last = column(json, "value", part, (page, i) -> json.writeNumber(page.value()[i]));
        if (read != again || read != last) throw new IllegalStateException("points were changed while they were read");
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

    /** @return a hash of all columns, which tells whether the next one is of the same points */
    private static long column(JsonGenerator json, String name, Part part, Column column) {
        json.writeArrayPropertyStart(name);
        long hash = 0;
        for (long written = 0; written < part.returned(); ) {
            Page page = part.pages().apply(written);
            for (int i = 0; i < page.size(); i++) column.write(page, i);
            written += page.size();
            hash = 31 * hash + page.hash();
        }
        json.writeEndArray();
        return hash;
    }

    private static void lines(Writer out, String before, Part part) throws IOException {
        for (long written = 0; written < part.returned(); ) {
            Page page = part.pages().apply(written);
            for (int i = 0; i < page.size(); i++) {
                out.append(before).append(Long.toString(page.step()[i])).append(',');
                out.append(Double.toString(page.wallTime()[i])).append(',');
                out.append(Double.toString(page.value()[i])).append('\n');
            }
            written += page.size();
        }
    }
}
