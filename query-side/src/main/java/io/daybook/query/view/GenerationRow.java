package io.daybook.query.view;

import io.daybook.api.documents.View;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/** The live generation of a view, and the one before its last switch, as they are stored. */
record GenerationRow(Generation live, @Nullable Generation previous) {

    private static final String LIVE = "live";
    private static final String PREVIOUS = "previous";
    private static final String NUMBER = "number";
    private static final String VERSION = "version";
    private static final String COLLECTIONS = "collections";

    static GenerationRow in(BsonDocument body, String view) {
        return new GenerationRow(
                generation(body.getDocument(LIVE), view),
                body.containsKey(PREVIOUS) ? generation(body.getDocument(PREVIOUS), view) : null);
    }

    BsonDocument body() {
        BsonDocument body = new BsonDocument(LIVE, body(live));
        return previous == null ? body : body.append(PREVIOUS, body(previous));
    }

    boolean isAbout(Generation generation) {
        return generation.number() == live.number() || (previous != null && generation.number() == previous.number());
    }

    private static Generation generation(BsonDocument stored, String view) {
        Set<String> collections = stored.getArray(COLLECTIONS).stream()
                .map(name -> name.asString().getValue())
                .collect(Collectors.toSet());
        int version = stored.getInt32(VERSION).getValue();
        return new Generation(
                new View(view, version, collections), stored.getInt32(NUMBER).getValue());
    }

    private static BsonDocument body(Generation generation) {
        View view = generation.view();
        return new BsonDocument(NUMBER, new BsonInt32(generation.number()))
                .append(VERSION, new BsonInt32(view.version()))
                .append(
                        COLLECTIONS,
                        new BsonArray(view.collections().stream()
                                .sorted()
                                .map(BsonString::new)
                                .toList()));
    }
}
