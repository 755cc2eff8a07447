package io.daybook.http.series;

import io.daybook.http.json.StrictJson;
import io.daybook.http.refusal.BadRequest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** One series of a body: its key, and its columns, of which two may be left out. */
final class Columns {

    @Nullable String key;

    double @Nullable [] value;
    long @Nullable [] step;
    double @Nullable [] wallTime;

    private Columns() {}

    /** @param most elements that a column may have */
    static Columns read(String at, StrictJson json, int most) {
        Columns columns = new Columns();
        for (String name = json.nextKey(); name != null; name = json.nextKey()) {
            if (json.isNull()) continue;
            String path = at + "." + name;
            switch (name) {
                case "key" -> columns.key = json.text(path);
                case "value" -> columns.value = doubles(path, json, most, StrictJson::anyNumber);
                case "step" -> columns.step = longs(path, json, most);
                case "wall_time" -> columns.wallTime = doubles(path, json, most, StrictJson::finite);
                default -> json.skip();
            }
        }
        return columns;
    }

    @FunctionalInterface
    private interface Element {
        double read(StrictJson json, String path);
    }

    private static double[] doubles(String path, StrictJson json, int most, Element element) {
        if (!json.at(JsonToken.START_ARRAY)) throw new BadRequest(path + " is not a list");
        double[] column = new double[16];
        int size = 0;
        while (json.hasElement()) {
            if (size == most) throw tooMany();
            if (size == column.length) column = Arrays.copyOf(column, 2 * size);
            column[size] = element.read(json, path + "[" + size + "]");
            size++;
        }
        return Arrays.copyOf(column, size);
    }

    private static long[] longs(String path, StrictJson json, int most) {
        if (!json.at(JsonToken.START_ARRAY)) throw new BadRequest(path + " is not a list");
        long[] column = new long[16];
        int size = 0;
        while (json.hasElement()) {
            if (size == most) throw tooMany();
            if (size == column.length) column = Arrays.copyOf(column, 2 * size);
            column[size] = json.integer(path + "[" + size + "]");
            size++;
        }
        return Arrays.copyOf(column, size);
    }

    private static BadRequest tooMany() {
        return new BadRequest("series has more than " + NewSeries.MOST + " points");
    }

    double[] values(String at) {
        double[] values = value;
        if (values == null) throw new BadRequest(at + ".value is missing");
        if (values.length == 0) throw new BadRequest(at + ".value is empty");
        return values;
    }

    /** How many points there are, all columns having as many elements. */
    int size(String at) {
        int size = values(at).length;
        if (step != null && step.length != size) throw unequal(at, "step", step.length, size);
        if (wallTime != null && wallTime.length != size) throw unequal(at, "wall_time", wallTime.length, size);
        return size;
    }

    private static BadRequest unequal(String at, String name, int length, int size) {
        return new BadRequest(at + "." + name + " has " + length + " elements, and value has " + size);
    }
}
