package io.daybook.http.series;

import io.daybook.api.series.SeriesView;
import io.daybook.api.series.SeriesView.Scalars;
import io.daybook.http.json.JsonReply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes what series an iteration has. */
final class SeriesListing {

    private SeriesListing() {}

    static void send(HttpServletRequest request, HttpServletResponse response, List<SeriesView> all)
            throws IOException {
        if (!Csv.isWanted(request)) {
            JsonReply.send(response, json -> {
                json.writeStartArray();
                all.forEach(series -> write(json, series));
                json.writeEndArray();
            });
            return;
        }
        Writer out = Csv.begin(response, "kind,key,count,first_step,last_step,min,max,last");
        for (SeriesView series : all) out.append(line(series)).append('\n');
        out.flush();
    }

    private static void write(JsonGenerator json, SeriesView series) {
        json.writeStartObject();
        json.writeStringProperty("kind", kind(series));
        json.writeStringProperty("key", series.key());
        json.writeNumberProperty("count", series.count());
        json.writeNumberProperty("first_step", series.firstStep());
        json.writeNumberProperty("last_step", series.lastStep());
        Scalars scalars = series.scalars();
        if (scalars != null) {
            number(json, "min", scalars.min());
            number(json, "max", scalars.max());
            number(json, "last", scalars.last());
        }
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, @Nullable Double number) {
        if (number == null) json.writeNullProperty(name);
        else json.writeNumberProperty(name, number);
    }

    private static String line(SeriesView series) {
        Scalars scalars = series.scalars();
        String extremes =
                scalars == null ? ",," : text(scalars.min()) + ',' + text(scalars.max()) + ',' + scalars.last();
        return String.join(
                ",",
                kind(series),
                Csv.quoted(series.key()),
                Long.toString(series.count()),
                Long.toString(series.firstStep()),
                Long.toString(series.lastStep()),
                extremes);
    }

    private static String text(@Nullable Double number) {
        return number == null ? "" : number.toString();
    }

    private static String kind(SeriesView series) {
        return series.kind().name().toLowerCase(Locale.ROOT);
    }
}
