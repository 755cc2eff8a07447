package io.daybook.query.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.documents.Document;
import io.daybook.api.documents.Documents;
import io.daybook.api.documents.Range;
import io.daybook.api.documents.View;
import io.daybook.query.LogStub;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Hands events to one projection, batch by batch, as its processor would; the same ones again, too. */
public final class ViewFeed {

    private final Documents documents;
    private final View view;
    private final ViewReplay replay;

    public ViewFeed(Documents documents, View view, Function<ViewWriter, Object> projection) {
        this(documents, projection.andThen(List::of), view);
    }

    /** Each event is handled by all projections, in their order. */
    public ViewFeed(Documents documents, Function<ViewWriter, List<Object>> projections, View view) {
        this.documents = documents;
        this.view = view;
        Projected projected = new Projected(view, projections);
        this.replay = new ViewReplay(documents, projected, new LogStub(() -> Long.MAX_VALUE), new ViewPositions());
    }

    /** Position 1 is the log's first event, which no view knows; these follow from position 2. */
    public void feed(List<?> events, int batch) {
        for (int i = 0; i < events.size(); i += batch) {
            feedFrom(2 + i, events.subList(i, Math.min(events.size(), i + batch)));
        }
    }

    /** In batches of any size; one that is interrupted comes again, perhaps in smaller ones. */
    public void feedRoughly(List<?> events, Random random) {
        int next = 0;
        while (next < events.size()) {
            int end = Math.min(events.size(), next + 1 + random.nextInt(random.nextInt(4) == 0 ? 60 : 8));
            try {
                feedFrom(2 + next, events.subList(next, end));
                next = end;
            } catch (IllegalStateException interrupted) {
                if (!"interrupted"
                        .equals(
                                interrupted.getCause() == null
                                        ? ""
                                        : interrupted.getCause().getMessage())) {
                    throw interrupted;
                }
            }
        }
    }

    /** One batch, whose first event has this position. */
    public void feedFrom(long position, List<?> events) {
        List<TrackedEventMessage<?>> messages = new ArrayList<>();
        for (Object event : events) {
            long here = position + messages.size();
            messages.add(ViewReplay.at(here, GenericEventMessage.asEventMessage(event)));
        }
        replay.begin();
        replay.feed(messages);
        assertThat(replay.degraded()).as("what could not be applied").isEmpty();
    }

    /** Every document, by a hash of its bytes. */
    public Map<String, String> content() {
        return content("\uDBFF\uDFFF");
    }

    /** As {@link #content()}, of ids below {@code end}. */
    public Map<String, String> content(String end) {
        Map<String, String> content = new TreeMap<>();
        Range all = new Range("", end, Integer.MAX_VALUE, false);
        for (String collection : view.collections()) {
            for (Document document : documents.range(collection, all)) {
                content.put(collection + " " + document.id(), document.position() + " " + hash(document.body()));
            }
        }
        return content;
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
