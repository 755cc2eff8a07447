package io.daybook.testkit.documents;

import io.daybook.api.documents.Change;
import io.daybook.api.documents.Document;
import io.daybook.api.documents.Range;
import io.daybook.api.documents.View;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.ByteBuf;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/** Views and documents that the contract speaks of. */
final class Samples {

    static final View SHELVES = new View("shelves", 1, Set.of("books", "authors"));
    static final View TILLS = new View("tills", 1, Set.of("receipts"));
    static final String BOOKS = "books";
    static final Range EVERYTHING = new Range("", "\uDBFF\uDFFF", 100_000, false);

    static final List<String> STRANGE_IDS = List.of(
            "a",
            "A",
            "a/b",
            "a.b",
            "a..b",
            "../a",
            "$a",
            "a$",
            "'a'",
            "\"a\"",
            "a b",
            " a",
            "a ",
            "a%b",
            "a_b",
            "a\\b",
            "a;--",
            "a\nb",
            "a\0b",
            "a\u0001",
            "\u00e9",
            "e\u0301",
            "\u4e16\u754c",
            "\uE000",
            "\uFFFD",
            "\uFFFF",
            "\uD83D\uDE00",
            "a\uD83D\uDE00",
            "a\uFFFD",
            "\uD83D\uDE00/a",
            "{\"$gt\":\"\"}",
            "a?b=c&d",
            "a#b",
            "\u202Ea");

    private Samples() {}

    static Change.Put book(String id, long position) {
        return new Change.Put(BOOKS, id, position, body(id + "@" + position));
    }

    static List<Change> books(int count, long position) {
        return IntStream.range(0, count)
                .mapToObj(i -> (Change) book("book/%06d".formatted(i), position))
                .toList();
    }

    static byte[] body(String text) {
        return body(new BsonDocument("text", new BsonString(text)));
    }

    static byte[] body(BsonDocument document) {
        ByteBuf bytes = new RawBsonDocument(document, new BsonDocumentCodec()).getByteBuffer();
        return Arrays.copyOf(bytes.array(), bytes.remaining());
    }

    static List<String> ids(List<Document> documents) {
        return documents.stream().map(Document::id).toList();
    }
}
