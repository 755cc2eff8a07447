package io.daybook.api.documents;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where views live. No query language leaks through: lists are designed into the ids. Building one does no I/O.
 * Every method throws {@link IllegalStateException} or the engine's own runtime exception when the store is out of reach.
 */
public interface Documents extends AutoCloseable {

    /**
     * Prepares the collections of a view, once at start. A view that is not there, or was filled under another
     * {@code fingerprint}, is empty afterwards and at position 0.
     *
     * @param fingerprint says which log, and which version of the projection, the view was filled from
     */
    void open(View view, String fingerprint);

    Optional<Document> get(String collection, String id);

    /** Those that exist, by id. */
    Map<String, Document> get(String collection, Collection<String> ids);

    List<Document> range(String collection, Range range);

    /** The position of the last event that the view has applied; 0 when it is empty. */
    long position(View view);

    /**
     * Applies changes in their order and moves the view's position. An engine with transactions does all in one;
     * another one may be interrupted anywhere before the position, so that the same events come again: documents
     * never go back to an older {@link Document#position()}.
     *
     * @throws IllegalStateException when the view is not at {@code from}: it was dropped, or somebody else writes it
     */
    void apply(View view, long from, long to, List<Change> changes);

    /** How many documents the view has. */
    long count(View view);

    /** Names of the views that were opened, and not dropped since; also of those whose dropping was interrupted. */
    Set<String> stored();

    /**
     * Takes a view away: all its documents, and those in further collections that {@code view} names. Others can write
     * meanwhile. Interrupted anywhere, it leaves a view that takes nothing any more, and is empty when it is opened.
     */
    void drop(View view);

    @Override
    void close();

    /**
     * Whether a document can have this id. Half a surrogate pair has no UTF-8 and would turn into a replacement
     * character on disk, so that two ids became one: nothing is stored under such an id, and a look-up finds nothing.
     */
    static boolean storable(String id) {
        int i = 0;
        while (i < id.length()) {
            int character = id.codePointAt(i);
            if (Character.getType(character) == Character.SURROGATE) return false;
            i += Character.charCount(character);
        }
        return true;
    }
}
