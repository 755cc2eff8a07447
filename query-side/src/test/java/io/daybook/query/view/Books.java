package io.daybook.query.view;

import io.daybook.api.documents.View;
import io.daybook.query.documents.Key;
import io.daybook.query.list.IdList;
import io.daybook.query.list.IdListWriter;
import io.daybook.query.list.ListCollections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventHandler;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** A view with documents of one aggregate each, and lists that many of them write to. Some titles break it. */
final class Books {

    static final ListCollections LISTS = ListCollections.of("books");
    static final String BOOK = "book";
    static final String TOLD = "told";
    static final View VIEW = new View("books", 1, Set.of(BOOK, TOLD, LISTS.block(), LISTS.directory()));

    /** No collection can hold a document with such a field. */
    static final String UNSTORABLE = "a title\0with the end of a name in it";

    private Books() {}

    record Bought(long book, long shelf, String title) {}

    record Retitled(long book, String title) {}

    record Sold(long book, long shelf) {}

    /** Titles that the projection cannot apply until it is repaired. */
    static final class Defects {
        final Set<String> titles = ConcurrentHashMap.newKeySet();
    }

    static Projected projected(Defects defects) {
        return new Projected(VIEW, writer -> List.of(new Counts(writer), new Titles(writer, defects)));
    }

    static IdList shelf(long shelf) {
        return IdList.of("shelf", shelf);
    }

    /** Comes first, so that what it does to an event that the other cannot apply has to be undone. */
    static final class Counts {

        private final ViewWriter writer;
        private final IdListWriter lists;

        Counts(ViewWriter writer) {
            this.writer = writer;
            this.lists = new IdListWriter(writer, LISTS);
        }

        @EventHandler
        void on(Bought event) {
            count(event.book());
            lists.add(shelf(event.shelf()), event.book());
        }

        @EventHandler
        void on(Retitled event) {
            count(event.book());
        }

        @EventHandler
        void on(Sold event) {
            writer.remove(TOLD, Key.of(event.book()));
            lists.remove(shelf(event.shelf()), event.book());
        }

        private void count(long book) {
            writer.update(
                    TOLD,
                    Key.of(book),
                    old -> new BsonDocument(
                            "events",
                            new BsonInt64(1
                                    + old.map(was -> was.getInt64("events").getValue())
                                            .orElse(0L))));
        }
    }

    static final class Titles {

        private final ViewWriter writer;
        private final Defects defects;

        Titles(ViewWriter writer, Defects defects) {
            this.writer = writer;
            this.defects = defects;
        }

        @EventHandler
        void on(Bought event) {
            put(event.book(), event.title());
        }

        @EventHandler
        void on(Retitled event) {
            put(event.book(), event.title());
        }

        @EventHandler
        void on(Sold event) {
            writer.remove(BOOK, Key.of(event.book()));
        }

        private void put(long book, String title) {
            String field = title.equals(UNSTORABLE) ? title : "title";
            writer.update(BOOK, Key.of(book), old -> new BsonDocument(field, new BsonString(title)));
            if (defects.titles.contains(title)) throw new IllegalStateException("no shelf mark for " + title);
        }
    }
}
