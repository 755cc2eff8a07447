package io.daybook.query.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.documents.Documents;
import io.daybook.api.log.LoggedEvent;
import io.daybook.query.LogStub;
import io.daybook.query.documents.Key;
import io.daybook.query.documents.MemoryDocuments;
import io.daybook.query.view.Books.Bought;
import io.daybook.query.view.Books.Defects;
import java.util.List;
import java.util.Map;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;

/** What the log holds cannot be changed, so that it must not keep a view waiting for ever. */
class UnreadableEventTest {

    private final Documents documents = new MemoryDocuments();
    private final ViewReplay replay =
            new ViewReplay(documents, Books.projected(new Defects()), new LogStub(() -> 9), new ViewPositions());

    private static LoggedEvent bought(long position, long book, String payload) {
        byte[] none = {};
        return new LoggedEvent(
                position,
                "event-" + position,
                0,
                0,
                "book",
                "book-" + book,
                0L,
                Bought.class.getName(),
                null,
                Map.of(),
                payload.getBytes(UTF_8),
                none,
                none);
    }

    @Test
    void an_event_whose_payload_cannot_be_read_waits_and_the_others_flow_on() {
        String sound = "{\"book\":2,\"shelf\":1,\"title\":\"Emma\"}";
        Jackson3Serializer serializer = Jackson3Serializer.builder().build();
        replay.begin();

        replay.feed(List.of(
                ViewReplay.at(bought(2, 1, "{\"book\":"), serializer), ViewReplay.at(bought(3, 2, sound), serializer)));

        assertThat(replay.degraded()).containsExactly("book-1");
        assertThat(documents.position(Books.VIEW)).isEqualTo(3);
        assertThat(documents.get(Books.BOOK, Key.of(1))).isEmpty();
        assertThat(documents.get(Books.BOOK, Key.of(2))).isPresent();
    }
}
