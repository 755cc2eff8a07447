package io.daybook.query.documents;

import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** What a document holds, read by name. What is not there is null. */
public interface Fields {

    static Fields of(BsonDocument body) {
        return new Unpacked(body);
    }

    String text(String name);

    @Nullable String textOrNull(String name);

    long number(String name);

    @Nullable Long numberOrNull(String name);

    boolean flag(String name);

    default <E extends Enum<E>> E one(Class<E> of, String name) {
        return Enum.valueOf(of, text(name));
    }

    /** Of a document that is being made. */
    record Unpacked(BsonDocument body) implements Fields {

        @Override
        public String text(String name) {
            return body.getString(name).getValue();
        }

        @Override
        public @Nullable String textOrNull(String name) {
            BsonValue value = body.get(name);
            return value == null ? null : value.asString().getValue();
        }

        @Override
        public long number(String name) {
            return body.getInt64(name).getValue();
        }

        @Override
        public @Nullable Long numberOrNull(String name) {
            BsonValue value = body.get(name);
            return value == null ? null : value.asInt64().getValue();
        }

        @Override
        public boolean flag(String name) {
            return body.getBoolean(name).getValue();
        }
    }
}
