package io.daybook.query.mongodb;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import io.daybook.api.documents.View;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What each view was filled from, how far, and where its documents are, in the collection {@code views}. Each filling has
 * an id of its own, so that who still writes to a former one is refused.
 */
final class Positions {

    private static final String ID = "_id";
    private static final String FINGERPRINT = "fingerprint";
    private static final String FILLING = "filling";
    private static final String POSITION = "position";
    private static final String COLLECTIONS = "collections";
    private static final String UNFINISHED = "";

    private final Connection connection;
    private final Map<String, BsonValue> fillings = new ConcurrentHashMap<>();

    Positions(Connection connection) {
        this.connection = connection;
    }

    void open(View view, String fingerprint) {
        String filledFrom = view.version() + " " + fingerprint;
        Set<String> collections = new TreeSet<>(view.collections());
        BsonDocument stored = views().find(Filters.eq(view.name())).first();
        if (stored == null || !isOf(stored, filledFrom, collections)) {
            stored = beginAnew(view, stored, filledFrom);
        }
        fillings.put(view.name(), stored.get(FILLING));
    }

    long position(View view) {
        BsonDocument stored = views().find(Filters.eq(view.name())).first();
        return stored == null ? 0 : stored.getInt64(POSITION).getValue();
    }

    void require(View view, long position) {
        if (views().find(at(view, position)).first() == null) throw notAt(view, position);
    }

    void move(View view, long from, long to) {
        long moved =
                views().updateOne(at(view, from), Updates.set(POSITION, to)).getMatchedCount();
        if (moved == 0) throw notAt(view, from);
    }

    Set<String> names() {
        return views().find().map(stored -> stored.getString(ID).getValue()).into(new HashSet<>());
    }

    void drop(View view) {
        fillings.remove(view.name());
        empty(view, views().find(Filters.eq(view.name())).first(), new BsonObjectId());
        views().deleteOne(Filters.eq(view.name()));
    }

    private BsonDocument beginAnew(View view, @Nullable BsonDocument former, String filledFrom) {
        BsonObjectId filling = new BsonObjectId();
        empty(view, former, filling);
        return save(view, filling, filledFrom, view.collections());
    }

    /** Interrupted anywhere, it leaves a view that no fingerprint fits, and begins anew. */
    private void empty(View view, @Nullable BsonDocument former, BsonObjectId filling) {
        Set<String> emptied = new HashSet<>(view.collections());
        if (former != null) emptied.addAll(names(former));
        save(view, filling, UNFINISHED, emptied);
        // where nothing is, as in a database that was lost, dropping all of them is what takes longest
        Set<String> there = connection.collections();
        for (String collection : emptied)
            if (there.contains(collection)) connection.collection(collection).drop();
    }

    private BsonDocument save(View view, BsonObjectId filling, String filledFrom, Set<String> collections) {
        BsonDocument document = new BsonDocument(ID, new BsonString(view.name()))
                .append(FINGERPRINT, new BsonString(filledFrom))
                .append(FILLING, filling)
                .append(POSITION, new BsonInt64(0))
                .append(
                        COLLECTIONS,
                        new BsonArray(collections.stream()
                                .sorted()
                                .map(BsonString::new)
                                .toList()));
        views().replaceOne(Filters.eq(view.name()), document, new ReplaceOptions().upsert(true));
        return document;
    }

    private static boolean isOf(BsonDocument stored, String filledFrom, Set<String> collections) {
        return stored.getString(FINGERPRINT).getValue().equals(filledFrom)
                && names(stored).equals(List.copyOf(collections));
    }

    private static List<String> names(BsonDocument stored) {
        return stored.getArray(COLLECTIONS).stream()
                .map(name -> name.asString().getValue())
                .toList();
    }

    private Bson at(View view, long position) {
        BsonValue filling = fillings.get(view.name());
        if (filling == null) throw notAt(view, position);
        return new BsonDocument(ID, new BsonString(view.name()))
                .append(POSITION, new BsonInt64(position))
                .append(FILLING, filling);
    }

    private static IllegalStateException notAt(View view, long position) {
        return new IllegalStateException("the view " + view.name() + " is not at position " + position);
    }

    private MongoCollection<BsonDocument> views() {
        return connection.collection("views");
    }
}
