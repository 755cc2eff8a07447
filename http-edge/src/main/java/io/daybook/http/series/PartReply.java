package io.daybook.http.series;

import io.daybook.http.json.JsonReply;
import io.daybook.http.series.Part.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes points, as columns in JSON or as lines in CSV. */
final class PartReply {

    private PartReply() {}

    static void send(HttpServletRequest request, HttpServletResponse response, Part part) throws IOException {
        if (!Csv.isWanted(request)) {
            try (JsonGenerator json = JsonReply.begin(response)) {
                json.writeStartObject();
                new PartJson(json, response.getOutputStream()).write(part);
                json.writeEndObject();
            }
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
            try (JsonGenerator json = JsonReply.begin(response)) {
                writeAll(json, new PartJson(json, response.getOutputStream()), ofIterations);
            }
            return;
        }
        Writer out = Csv.begin(response, "iteration_id,step,wall_time,value");
        for (Compared one : ofIterations) lines(out, one.iteration() + ",", one.part());
        out.flush();
    }

    /** A series of one of several iterations. */
    record Compared(long iteration, Part part) {}

    private static void writeAll(JsonGenerator json, PartJson parts, List<Compared> ofIterations) throws IOException {
        json.writeStartArray();
        for (Compared one : ofIterations) {
            json.writeStartObject();
            json.writeNumberProperty("iteration_id", one.iteration());
            parts.write(one.part());
            json.writeEndObject();
        }
        json.writeEndArray();
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
