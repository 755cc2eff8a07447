package io.daybook.query.documents;

import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** A document in the making. A field that is given null stays as it was, as in events. */
public final class Body {

    private final BsonDocument body = new BsonDocument();

    public static Body empty() {
        return new Body();
    }

    public static Body of(BsonDocument stored) {
        Body copy = new Body();
        copy.body.putAll(stored);
        return copy;
    }

    public Body with(String name, @Nullable String text) {
        return text == null ? this : put(name, new BsonString(text));
    }

    public Body with(String name, @Nullable Long number) {
        return number == null ? this : put(name, new BsonInt64(number));
    }

    public Body with(String name, @Nullable Boolean flag) {
        return flag == null ? this : put(name, BsonBoolean.valueOf(flag));
    }

    public Body with(String name, @Nullable Enum<?> one) {
        return one == null ? this : put(name, new BsonString(one.name()));
    }

    public Body without(String name) {
        body.remove(name);
        return this;
    }

    public BsonDocument bson() {
        return body;
    }

    private Body put(String name, BsonValue value) {
        body.put(name, value);
        return this;
    }
}
