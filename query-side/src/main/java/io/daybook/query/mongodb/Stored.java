package io.daybook.query.mongodb;

import io.daybook.api.documents.Change;
import io.daybook.api.documents.Document;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.ByteBuf;
import org.bson.RawBsonDocument;

/** The shape that a document has in its collection. Its body goes in and out as bytes, never decoded. */
final class Stored {

    private static final String ID = "_id";
    private static final String POSITION = "applied";
    private static final String BODY = "doc";

    private Stored() {}

    /** A document with that id if its position is as compared. Flat, as a look-up by id must be seen to be one. */
    static BsonDocument at(String id, String comparison, long position) {
        return new BsonDocument(ID, new BsonString(id))
                .append(POSITION, new BsonDocument(comparison, new BsonInt64(position)));
    }

    static BsonDocument of(Change.Put put) {
        return new BsonDocument(ID, new BsonString(put.id()))
                .append(POSITION, new BsonInt64(put.position()))
                .append(BODY, new RawBsonDocument(put.body()));
    }

    static Document document(RawBsonDocument stored) {
        RawBsonDocument body = (RawBsonDocument) stored.getDocument(BODY);
        ByteBuf buffer = body.getByteBuffer();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return new Document(
                stored.getString(ID).getValue(), stored.getInt64(POSITION).getValue(), bytes);
    }
}
