package io.daybook.http.audit;

import io.daybook.api.iteration.ScalarPoints;
import io.daybook.api.log.LoggedEvent;
import io.daybook.api.message.StoredType;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Payloads without secrets, and with packed columns as points. */
final class ReadablePayload {

    private static final JsonMapper JSON = JsonMapper.shared();
    /** A password's hash; and that of a body in which a password may have been. */
    private static final List<String> SECRETS = List.of("passwordHash", "bodyHash");

    private static final String POINTS = "points";

    private ReadablePayload() {}

    static JsonNode of(LoggedEvent event) {
        JsonNode stored = JSON.readTree(event.payload());
        if (!(stored instanceof ObjectNode payload)) return stored;
        payload.remove(SECRETS);
        if (event.type().equals(StoredType.ScalarsLogged.name())) {
            payload.set(POINTS, points(JSON.treeToValue(payload.get(POINTS), ScalarPoints.class)));
        }
        return payload;
    }

    private static ArrayNode points(ScalarPoints columns) {
        ArrayNode points = JSON.createArrayNode();
        for (int i = 0; i < columns.size(); i++) {
            ObjectNode point = points.addObject();
            point.put("key", columns.keys().get(columns.keyAt(i)));
            point.put("step", columns.stepAt(i));
            number(point, "wallTime", columns.wallTimeAt(i));
            number(point, "value", columns.valueAt(i));
        }
        return points;
    }

    private static void number(ObjectNode point, String name, double number) {
        if (Double.isFinite(number)) point.put(name, number);
        else point.put(name, Double.toString(number));
    }
}
