package io.daybook.query.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.daybook.api.documents.Document;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.junit.jupiter.api.Test;

class PackedTest {

    private static Packed packed(BsonDocument body) {
        byte[] bytes = new byte[4096];
        RawBsonDocument raw = new RawBsonDocument(body, new BsonDocumentCodec());
        raw.getByteBuffer().get(bytes, 0, raw.getByteBuffer().remaining());
        return new Packed(new Document("", 1, bytes));
    }

    private final Packed all = packed(new BsonDocument()
            .append("text", new BsonString("a déjà vu"))
            .append("list", new BsonArray(List.of(new BsonString("text"), new BsonInt64(1))))
            .append("number", new BsonInt64(Long.MIN_VALUE + 1))
            .append("yes", BsonBoolean.TRUE)
            .append("no", BsonBoolean.FALSE)
            .append("bytes", new BsonBinary(new byte[] {1, 0, -1}))
            .append("real", new BsonDouble(-0.0))
            .append("text_after", new BsonString("")));

    @Test
    void fields_are_found_by_name_wherever_they_stand() {
        assertThat(all.text("text")).isEqualTo("a déjà vu");
        assertThat(all.textOrNull("text_after")).isEmpty();
        assertThat(all.number("number")).isEqualTo(Long.MIN_VALUE + 1);
        assertThat(all.numberOrNull("number")).isEqualTo(Long.MIN_VALUE + 1);
        assertThat(all.flag("yes")).isTrue();
        assertThat(all.flag("no")).isFalse();
        assertThat(Double.doubleToRawLongBits(all.real("real"))).isEqualTo(Double.doubleToRawLongBits(-0.0));
    }

    @Test
    void bytes_lie_where_they_are_stored() {
        byte[] found = new byte[3];
        all.bytes("bytes").buffer().get(found);
        assertThat(found).containsExactly(1, 0, -1);
    }

    @Test
    void what_is_not_there_is_null_or_told() {
        assertThat(all.textOrNull("tex")).isNull();
        assertThat(all.numberOrNull("numbers")).isNull();
        assertThatIllegalStateException().isThrownBy(() -> all.text("none")).withMessageContaining("none");
    }

    @Test
    void what_is_of_another_type_is_told() {
        assertThatIllegalStateException().isThrownBy(() -> all.number("text")).withMessageContaining("text");
        assertThatIllegalStateException().isThrownBy(() -> all.textOrNull("number"));
    }
}
