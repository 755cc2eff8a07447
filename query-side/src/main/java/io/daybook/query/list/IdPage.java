package io.daybook.query.list;

import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * Part of a list.
 *
 * @param total how many ids the whole list has
 */
public record IdPage(long[] ids, long total) {

    /** The ids of the documents of what is listed. */
    public List<String> keys(LongFunction<String> key) {
        return LongStream.of(ids).mapToObj(key).toList();
    }
}
