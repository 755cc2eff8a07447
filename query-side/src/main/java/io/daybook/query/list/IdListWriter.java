package io.daybook.query.list;

import io.daybook.query.view.ViewWriter;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;

/**
 * Keeps lists. What an event does to a block depends on that document and the event alone; so an id is removed only when
 * the same events have added it. What becomes empty is not kept.
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
        count(list, id);
    }

    public void remove(IdList list, long id) {
        block(list, id, block -> block.without(id));
        count(list, id);
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

    private void block(IdList list, long id, UnaryOperator<Block> change) {
        writer.merge(collections.block(), list.block(id), old -> {
            Block block = change.apply(old.map(Block::in).orElseGet(Block::empty));
            return block.isEmpty() ? Optional.empty() : Optional.of(block.bson());
        });
    }

    /** Of the block as it is now, which is ahead of the event when it comes again: those that follow say the same. */
    private void count(IdList list, long id) {
        int size = writer.get(collections.block(), list.block(id))
                .map(Block::in)
                .map(Block::size)
                .orElse(0);
        writer.merge(collections.directory(), list.directory(id), old -> {
            Directory directory =
                    old.map(Directory::in).orElseGet(Directory::empty).counting(id, size);
            return directory.size() == 0 ? Optional.empty() : Optional.of(directory.bson());
        });
    }
}
