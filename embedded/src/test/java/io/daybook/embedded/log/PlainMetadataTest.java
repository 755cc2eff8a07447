package io.daybook.embedded.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is told without a parser is what a parser tells. */
class PlainMetadataTest {

    @Property
    void metadata_of_plain_texts_need_no_parser(@ForAll @From("plain") Map<String, String> metadata) {
        byte[] stored = Metadata.encode(metadata);
        PlainMetadata found = PlainMetadata.of(stored);

        assertThat(found).isNotNull();
        assertThat(found.toMap()).isEqualTo(metadata).isEqualTo(Metadata.parse(stored));
        assertThat(found.size()).isEqualTo(metadata.size());
    }

    /** Whatever is altered: it is left to the parser, or is what would have been written of another map. */
    @Property(tries = 20_000)
    void what_is_not_as_it_is_written_is_left_to_the_parser(
            @ForAll @From("plain") Map<String, String> metadata, @ForAll @From("edits") int[] edit) {
        byte[] stored = Metadata.encode(metadata);
        stored[edit[0] % stored.length] = (byte) edit[1];
        PlainMetadata found = PlainMetadata.of(stored);

        if (found == null) return;
        SortedMap<String, String> parsed = Metadata.parse(stored);
        assertThat(Metadata.encode(parsed)).isEqualTo(stored);
        assertThat(found.toMap()).isEqualTo(parsed);
    }

    @Example
    void lengths_stand_before_texts() {
        PlainMetadata found = PlainMetadata.of("{\"a\":\"bc\",\"d\":\"\"}".getBytes(UTF_8));
        ByteBuffer out = ByteBuffer.allocate(20);

        assertThat(found).isNotNull();
        found.putInto(out);
        assertThat(out.array()).containsExactly(0, 0, 0, 1, 'a', 0, 0, 0, 2, 'b', 'c', 0, 0, 0, 1, 'd', 0, 0, 0, 0);
    }

    @Example
    void more_pairs_than_there_is_room_for_are_left_to_the_parser() {
        Map<String, String> many = new TreeMap<>();
        for (int i = 0; i < 40; i++) many.put("key" + i, "value");

        assertThat(PlainMetadata.of(Metadata.encode(many))).isNull();
        assertThat(Metadata.decode(Metadata.encode(many))).isEqualTo(many);
    }

    @Provide
    Arbitrary<Map<String, String>> plain() {
        Arbitrary<String> text = Arbitraries.strings()
                .withCharRange(' ', '~')
                .excludeChars('"', '\\')
                .ofMaxLength(8);
        return Arbitraries.maps(text, text).ofMaxSize(6);
    }

    @Provide
    Arbitrary<int[]> edits() {
        Arbitrary<Integer> characters =
                Arbitraries.oneOf(Arbitraries.of((int) '"', (int) '\\', (int) ',', (int) ':', (int) '}'), bytes());
        return Arbitraries.integers().between(0, 1_000).flatMap(at -> characters.map(to -> new int[] {at, to}));
    }

    private static Arbitrary<Integer> bytes() {
        return Arbitraries.integers().between(0, 255);
    }
}
