package io.daybook.http.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.api.log.Difference;
import io.daybook.api.log.Difference.Shown;
import io.daybook.http.audit.Things.Thing;
import io.daybook.http.json.JsonReply;
import io.daybook.http.refusal.BadRequest;
import io.daybook.http.request.Reply;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Sorts differences into the four lists of the answer, which are held as the bytes that will be sent. */
final class DiffReport {

    /** Of all four lists together. */
    static final int MOST_BYTES = 16 << 20;

    private final long from;
    private final long to;
    private final Things things;
    private final ByteArrayOutputStream created = new ByteArrayOutputStream();
    private final ByteArrayOutputStream changed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream deleted = new ByteArrayOutputStream();
    private final ByteArrayOutputStream series = new ByteArrayOutputStream();

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Ref(
            String type,
            long id,
            @Nullable String name,
            @Nullable List<Change> changes) {

        static Ref of(Thing thing) {
            return new Ref(thing.type(), thing.id(), thing.name(), null);
        }
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    private record Change(
            String field,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}

    private record SeriesRow(
            @JsonProperty("iteration_id") long iterationId,
            String kind,
            String key,
            @JsonProperty("points_before") long before,
            @JsonProperty("points_after") long after) {

        static SeriesRow of(Difference.OfSeries series) {
            String kind = series.kind().name().toLowerCase(Locale.ROOT);
            return new SeriesRow(series.iteration(), kind, series.key(), series.before(), series.after());
        }
    }

    DiffReport(long from, long to, Things things) {
        this.from = from;
        this.to = to;
        this.things = things;
    }

    void add(Difference difference) {
        switch (difference) {
            case Difference.OfThing thing -> add(thing.before(), thing.after());
            case Difference.OfSeries row -> add(series, SeriesRow.of(row));
        }
    }

    private void add(@Nullable Shown before, @Nullable Shown after) {
        if (before == null && after != null) add(created, Ref.of(things.of(after)));
        if (before != null && after == null) add(deleted, Ref.of(things.of(before)));
        if (before != null && after != null) change(things.of(before), things.of(after));
    }

    private void change(Thing before, Thing after) {
        List<Change> changes = new ArrayList<>();
        for (String field : after.fields().propertyNames()) {
            JsonNode was = before.fields().get(field);
            JsonNode is = after.fields().get(field);
            if (!is.equals(was)) changes.add(new Change(field, was, is));
        }
        if (!changes.isEmpty()) add(changed, new Ref(after.type(), after.id(), after.name(), changes));
    }

    private void add(ByteArrayOutputStream list, Object item) {
        if (list.size() > 0) list.write(',');
        list.writeBytes(JsonReply.bytes(item));
        if (created.size() + changed.size() + deleted.size() + series.size() <= MOST_BYTES) return;
        throw new BadRequest("more than " + (MOST_BYTES >> 20) + " MB of differences lie between " + from + " and " + to
                + "; ask for one project, or for moments that are nearer to each other");
    }

    void send(HttpServletResponse response) throws IOException {
        response.setContentType(Reply.JSON);
        OutputStream out = response.getOutputStream();
        out.write(("{\"from\":" + from + ",\"to\":" + to).getBytes(UTF_8));
        send(out, "created", created);
        send(out, "changed", changed);
        send(out, "deleted", deleted);
        send(out, "series", series);
        out.write('}');
    }

    private static void send(OutputStream out, String name, ByteArrayOutputStream list) throws IOException {
        out.write((",\"" + name + "\":[").getBytes(UTF_8));
        list.writeTo(out);
        out.write(']');
    }
}
