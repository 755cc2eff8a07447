package io.daybook.query.view;

import io.daybook.query.documents.LateBinary;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/** Bodies of documents as bytes. */
final class Encoding {

    /** MongoDB takes 16 MB together with what is stored beside the body. */
    private static final int LARGEST = (16 << 20) - (64 << 10);

    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    private Encoding() {}

    static byte[] bytes(BsonDocument document) {
        RawBsonDocument raw = new RawBsonDocument(document, CODEC);
        int size = raw.getByteBuffer().remaining();
        if (size > LARGEST) throw new IllegalStateException("a document of " + size + " bytes");
        byte[] body = new byte[size];
        raw.getByteBuffer().get(body);
        return body;
    }

    /** About: in documents that are large at all, what is large is binary. */
    static long size(BsonDocument body) {
        if (body instanceof RawBsonDocument raw) return raw.getByteBuffer().remaining();
        long size = 0;
        for (BsonValue value : body.values()) {
            if (value.isBinary()) size += length(value.asBinary());
        }
        return size;
    }

    private static int length(BsonBinary binary) {
        return binary instanceof LateBinary late ? late.length() : binary.getData().length;
    }
}
