package io.daybook.http.json;

import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;

/** Long lists of numbers, as JSON. They are written past the generator, which would make a text of each of them. */
public final class JsonNumbers {

    private static final int FULL = 8_000;

    private final JsonGenerator json;
    private final OutputStream out;
    private final NumberText text = new NumberText(FULL);
    private boolean empty = true;

    /** @param out where the generator writes to */
    public JsonNumbers(JsonGenerator json, OutputStream out) {
        this.json = json;
        this.out = out;
    }

    public void begin(String name) {
        json.writeArrayPropertyStart(name);
        json.flush();
        empty = true;
    }

    public void add(long[] numbers) throws IOException {
        for (long number : numbers) {
            separate();
            text.append(number);
        }
    }

    public void add(double[] numbers) throws IOException {
        for (double number : numbers) {
            separate();
            if (Double.isFinite(number)) text.append(number);
            else quoted(number);
        }
    }

    private void quoted(double number) {
        text.append('"');
        text.append(number);
        text.append('"');
    }

    public void end() throws IOException {
        text.sendTo(out);
        json.writeEndArray();
    }

    private void separate() throws IOException {
        if (text.isFull()) text.sendTo(out);
        if (!empty) text.append(',');
        empty = false;
    }
}
