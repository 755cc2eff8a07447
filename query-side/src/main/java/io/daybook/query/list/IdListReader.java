package io.daybook.query.list;

import io.daybook.api.documents.Document;
import io.daybook.api.documents.Documents;
import io.daybook.api.documents.Range;
import io.daybook.api.page.Slice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** Reads lists: a page costs the same at any offset, since whole blocks are passed by their counts. */
public final class IdListReader {

    private static final int PAGE = 64;

    private final Documents documents;
    private final ListCollections collections;

    public IdListReader(Documents documents, ListCollections collections) {
        this.documents = documents;
        this.collections = collections;
    }

    public IdPage page(IdList list, Slice slice) {
        Wanted wanted = new Wanted(list, slice);
        forEach(collections.directory(), list, wanted::count);
        return new IdPage(wanted.ids(), wanted.total);
    }

    /** In order. */
    public long[] all(IdList list) {
        LongStream.Builder all = LongStream.builder();
        forEach(collections.block(), list, document -> {
            for (long id : ids(document)) all.add(id);
        });
        return all.build().toArray();
    }

    private void forEach(String collection, IdList list, Consumer<Document> action) {
        Range range = Range.under(list.prefix(), PAGE);
        List<Document> page;
        do {
            page = documents.range(collection, range);
            page.forEach(action);
            if (!page.isEmpty()) range = new Range(page.getLast().id() + '\0', range.to(), PAGE, false);
        } while (page.size() == PAGE);
    }

    private static long[] ids(Document block) {
        return Block.in(block).ids(IdList.number(block.id()));
    }

    /** The blocks that hold a page, found by counting. */
    private final class Wanted {

        private final IdList list;
        private final Slice slice;
        private final List<String> blocks = new ArrayList<>();
        private long before;
        private long total;

        Wanted(IdList list, Slice slice) {
            this.list = list;
            this.slice = slice;
        }

        void count(Document document) {
            Directory directory = Directory.in(document);
            long number = IdList.number(document.id());
            for (int i = 0; i < directory.size(); i++) {
                int count = directory.count(i);
                if (total + count <= slice.offset()) before += count;
                else if (total - slice.limit() < slice.offset()) blocks.add(list.numbered(directory.block(i, number)));
                total += count;
            }
        }

        long[] ids() {
            if (slice.limit() == 0 || blocks.isEmpty()) return new long[0];
            Map<String, Document> found = documents.get(collections.block(), blocks);
            long[] page = new long[(int) Math.min(slice.limit(), total - slice.offset())];
            int end = 0;
            int skipped = (int) (slice.offset() - before);
            for (String id : blocks) {
                Document document = found.get(id);
                if (document == null) continue;
                Block block = Block.in(document);
                end = block.copy(IdList.number(id), skipped, page, end);
                skipped = Math.max(0, skipped - block.size());
            }
            return Arrays.copyOf(page, end);
        }
    }
}
