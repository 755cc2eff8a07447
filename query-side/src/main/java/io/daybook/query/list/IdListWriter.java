package io.daybook.query.list;

import io.daybook.query.view.ViewWriter;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.bson.BsonDocument;

/**
 * Keeps lists. What an event does to a block or a directory depends on that document and the event alone; so an id is
 * removed only when the same events have added it.
 */
public final class IdListWriter {

    private static final int PAGE = 64;

    private final ViewWriter writer;
    private final ListCollections collections;

    public IdListWriter(ViewWriter writer, ListCollections collections) {
        this.writer = writer;
        this.collections = collections;
    }

    public void add(IdList list, long id) {
        block(list, id, block -> block.with(id));
        directory(list, id, directory -> directory.with(id));
    }

    public void remove(IdList list, long id) {
        block(list, id, block -> block.without(id));
        directory(list, id, directory -> directory.without(id));
    }

    /** In no certain order. */
    public void forEach(IdList list, LongConsumer action) {
        writer.forEachUnder(collections.block(), list.prefix(), PAGE, id -> {
            Optional<Block> block = writer.get(collections.block(), id).map(Block::in);
            if (block.isEmpty()) return;
            for (long listed : block.get().ids(IdList.number(id))) action.accept(listed);
        });
    }

    /** Takes away the list, or all lists whose names begin with its name. */
    public void clear(IdList list) {
        clear(collections.directory(), list.prefix());
        clear(collections.block(), list.prefix());
    }

    private void clear(String collection, String prefix) {
        writer.forEachUnder(collection, prefix, PAGE, id -> writer.remove(collection, id));
    }

    private void block(IdList list, long id, Function<Block, Block> change) {
        change(collections.block(), list.block(id), old -> {
            Block block = change.apply(old.map(Block::in).orElseGet(Block::empty));
            return block.isEmpty() ? Optional.empty() : Optional.of(block.bson());
        });
    }

    private void directory(IdList list, long id, Function<Directory, Directory> change) {
        change(collections.directory(), list.directory(id), old -> {
            Directory directory = change.apply(old.map(Directory::in).orElseGet(Directory::empty));
            return directory.size() == 0 ? Optional.empty() : Optional.of(directory.bson());
        });
    }

    /** What becomes empty is not kept. */
    private void change(String collection, String id, Function<Optional<BsonDocument>, Optional<BsonDocument>> change) {
        if (writer.isApplied(collection, id)) return;
        Optional<BsonDocument> old = writer.get(collection, id);
        Optional<BsonDocument> changed = change.apply(old);
        if (changed.isPresent()) writer.update(collection, id, same -> changed.get());
        else if (old.isPresent()) writer.remove(collection, id);
    }
}
