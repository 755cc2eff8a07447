package io.daybook.query.documents;

import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** What a document holds, read by name. What is not there is null. */
public record Fields(BsonDocument body) {

    public String text(String name) {
        return body.getString(name).getValue();
    }

    public @Nullable String textOrNull(String name) {
        BsonValue value = body.get(name);
        return value == null ? null : value.asString().getValue();
    }

    public long number(String name) {
        return body.getInt64(name).getValue();
    }

    public @Nullable Long numberOrNull(String name) {
        BsonValue value = body.get(name);
        return value == null ? null : value.asInt64().getValue();
    }

    public boolean flag(String name) {
        return body.getBoolean(name).getValue();
    }

    public <E extends Enum<E>> E one(Class<E> of, String name) {
        return Enum.valueOf(of, text(name));
    }
}
