package io.daybook.query.mongodb;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.daybook.api.documents.Change;
import io.daybook.api.documents.Document;
import io.daybook.api.documents.Documents;
import io.daybook.api.documents.Range;
import io.daybook.api.documents.View;
import io.daybook.query.documents.WriteOrder;
import io.daybook.query.documents.WriteOrder.Portion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;

/**
 * Documents in MongoDB, without transactions: a batch that is interrupted is applied again, and each document says up to
 * which position that has happened to it. Of several changes of one document in a batch only the last is written.
 */
public final class MongoDocuments implements Documents {

    private static final int MOST_IDS = 1_000;

    private final Connection connection;
    private final Positions positions;

    /** @param uri of the server; its database is {@code daybook} when it names none */
    public MongoDocuments(String uri) {
        this.connection = Connection.forDocuments(uri);
        this.positions = new Positions(connection);
    }

    @Override
    public void open(View view, String fingerprint) {
        positions.open(view, fingerprint);
    }

    @Override
    public Optional<Document> get(String collection, String id) {
        if (!Documents.storable(id)) return Optional.empty();
        return MongoUnavailable.unless(() ->
                Optional.ofNullable(find(collection, Filters.eq(id)).first()).map(Stored::document));
    }

    @Override
    public Map<String, Document> get(String collection, Collection<String> ids) {
        Map<String, Document> found = new HashMap<>();
        List<String> wanted =
                ids.stream().filter(Documents::storable).distinct().toList();
        for (int i = 0; i < wanted.size(); i += MOST_IDS) {
            List<String> some = wanted.subList(i, Math.min(i + MOST_IDS, wanted.size()));
            for (Document document : listed(() -> find(collection, Filters.in("_id", some)))) {
                found.put(document.id(), document);
            }
        }
        return found;
    }

    @Override
    public List<Document> range(String collection, Range range) {
        if (!Documents.storable(range.from()) || !Documents.storable(range.to())) return List.of();
        Bson inside = Filters.and(Filters.gte("_id", range.from()), Filters.lt("_id", range.to()));
        Bson order = range.descending() ? Sorts.descending("_id") : Sorts.ascending("_id");
        return listed(() -> find(collection, inside).sort(order).limit(range.limit()));
    }

    @Override
    public long position(View view) {
        return MongoUnavailable.unless(() -> positions.position(view));
    }

    @Override
    public void apply(View view, long from, long to, List<Change> changes) {
        if (!changes.isEmpty()) {
            positions.require(view, from);
            for (Portion portion : WriteOrder.portions(changes)) {
                new Bulk(connection.collection(portion.collection()), to).write(portion.changes());
            }
        }
        positions.move(view, from, to);
    }

    @Override
    public long count(View view) {
        return view.collections().stream()
                .mapToLong(collection -> connection.collection(collection).countDocuments())
                .sum();
    }

    @Override
    public Set<String> stored() {
        return positions.names();
    }

    @Override
    public void drop(View view) {
        positions.drop(view);
    }

    @Override
    public void close() {
        connection.close();
    }

    private static List<Document> listed(Supplier<FindIterable<RawBsonDocument>> asked) {
        return MongoUnavailable.unless(() -> asked.get().map(Stored::document).into(new ArrayList<>()));
    }

    private FindIterable<RawBsonDocument> find(String collection, Bson filter) {
        MongoCollection<BsonDocument> documents = connection.collection(collection);
        return documents.withDocumentClass(RawBsonDocument.class).find(filter);
    }
}
