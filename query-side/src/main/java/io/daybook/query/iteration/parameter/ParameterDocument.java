package io.daybook.query.iteration.parameter;

import io.daybook.api.iteration.IterationEvent.ParameterChanged;
import io.daybook.api.iteration.IterationEvent.ParameterLogged;
import io.daybook.api.iteration.ParameterView;
import io.daybook.query.documents.Body;
import io.daybook.query.documents.Fields;
import org.bson.BsonDocument;

/** A parameter as stored. */
final class ParameterDocument {

    private ParameterDocument() {}

    static ParameterView view(Fields parameter) {
        return new ParameterView(
                parameter.number("id"), parameter.number("iteration"), parameter.text("key"), parameter.text("value"));
    }

    static BsonDocument of(ParameterLogged event) {
        return Body.empty()
                .with("id", event.parameterId())
                .with("iteration", event.iterationId())
                .with("key", event.key())
                .with("value", event.value())
                .bson();
    }

    static BsonDocument changed(BsonDocument old, ParameterChanged event) {
        return Body.of(old)
                .with("key", event.key())
                .with("value", event.value())
                .bson();
    }
}
