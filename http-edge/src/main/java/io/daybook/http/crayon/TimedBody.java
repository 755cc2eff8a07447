package io.daybook.http.crayon;

import io.daybook.http.json.StrictJson;
import java.util.function.Function;
import tools.jackson.core.JsonToken;

/** {@code [wall_time, step, value]}, as both kinds of points are posted. */
record TimedBody<V>(double wallTime, long step, V value) {

    private static final String SHAPE = "the body is not a list of exactly three: wall_time, step and value";

    /** @param third reads the value, at whose first token the reader stands */
    static <V> TimedBody<V> read(byte[] body, Function<StrictJson, V> third) {
        return StrictJson.read(body, json -> {
            json.expect(JsonToken.START_ARRAY, SHAPE);
            double wallTime = json.element(SHAPE).finite("wall_time");
            long step = json.element(SHAPE).integer("step");
            V value = third.apply(json.element(SHAPE));
            json.expect(JsonToken.END_ARRAY, SHAPE);
            return new TimedBody<>(wallTime, step, value);
        });
    }
}
