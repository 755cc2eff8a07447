package io.daybook.query.iteration.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.query.documents.LateBinary;
import java.util.stream.LongStream;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class ColumnTest {

    @Test
    void what_is_appended_little_by_little_is_read_back() {
        Column column = Column.empty(0);
        for (int i = 0; i < 1_000; i++) {
            column = column.with(Long.BYTES);
            column.addLong(i);
            column = Column.in(new BsonDocument("numbers", column.bson()), "numbers");
        }

        assertThat(longs(column)).containsExactly(LongStream.range(0, 1_000).toArray());
        assertThat(longs(Column.of(column.bson().getData()))).containsExactly(longs(column));
    }

    @Test
    void two_that_grow_out_of_one_know_nothing_of_each_other() {
        Column first = with(with(of(100), 100), 101);
        Column one = with(first, 1);
        Column other = with(first, 2);
        BsonBinary stored = other.bson();
        Column longer = with(other, 3);
        Column changed = other.with(0);
        changed.setLong(102, 4);

        assertThat(longs(first)).endsWith(100, 101);
        assertThat(longs(one)).endsWith(101, 1);
        assertThat(longs(other)).endsWith(101, 2);
        assertThat(longs(longer)).endsWith(2, 3);
        assertThat(longs(changed)).endsWith(101, 4);
        assertThat(longs(Column.of(stored.getData()))).containsExactly(longs(other));
    }

    @Test
    void bytes_that_are_put_together_late_are_bytes_like_others() {
        BsonBinary late = with(with(of(100), 100), 101).bson();
        BsonBinary plain = new BsonBinary(late.getData());

        assertThat(late).isInstanceOf(LateBinary.class).isEqualTo(plain).hasSameHashCodeAs(plain);
        assertThat(((LateBinary) late).length()).isEqualTo(plain.getData().length);
        assertThat(late).isNotEqualTo(of(103).bson());
    }

    private static Column of(int count) {
        Column column = Column.empty(count * Long.BYTES);
        for (int i = 0; i < count; i++) column.addLong(i);
        return column;
    }

    private static Column with(Column column, long value) {
        Column longer = column.with(Long.BYTES);
        longer.addLong(value);
        return longer;
    }

    private static long[] longs(Column column) {
        return LongStream.range(0, column.doubles())
                .map(i -> column.longAt((int) i))
                .toArray();
    }
}
