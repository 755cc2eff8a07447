package io.daybook.query.view;

import io.daybook.api.ops.DeadLetter;
import io.daybook.query.documents.Body;
import io.daybook.query.documents.Fields;
import io.daybook.query.documents.Key;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * What waits of one aggregate. The events themselves stay in the log.
 *
 * @param first position of the event that was parked first: what the letter is called by
 * @param next the event that is to be applied next
 * @param last position up to which the aggregate's events have joined
 * @param successors how many events wait behind the next one
 */
record Letter(String view, long first, Parked next, String since, long last, long successors) {

    /**
     * An event that could not be applied.
     *
     * @param project that it belongs to, as decimal text
     */
    record Parked(long position, String aggregate, @Nullable String project, String type, String error) {

        Parked failed(String newError) {
            return new Parked(position, aggregate, project, type, newError);
        }
    }

    static Letter in(String view, BsonDocument document) {
        Fields fields = Fields.of(document);
        Parked next = new Parked(
                fields.number("position"),
                fields.text("aggregate"),
                fields.textOrNull("project"),
                fields.text("type"),
                fields.text("error"));
        return new Letter(
                view,
                fields.number("first"),
                next,
                fields.text("since"),
                fields.number("last"),
                fields.number("successors"));
    }

    BsonDocument bson() {
        return Body.empty()
                .with("first", first)
                .with("position", next.position())
                .with("aggregate", next.aggregate())
                .with("project", next.project())
                .with("type", next.type())
                .with("error", next.error())
                .with("since", since)
                .with("last", last)
                .with("successors", successors)
                .bson();
    }

    String id() {
        return view + "-" + first;
    }

    /** In the view's collection of letters. */
    String key() {
        return Key.of(first);
    }

    String aggregate() {
        return next.aggregate();
    }

    /** With one more event behind it. */
    Letter joined(long position) {
        return new Letter(view, first, next, since, position, successors + 1);
    }

    /** With another event to begin with, behind which so many wait. */
    Letter at(Parked newNext, long left) {
        return new Letter(view, first, newNext, since, last, left);
    }

    DeadLetter told() {
        return told(next.position(), next.error(), successors);
    }

    /** All of it is applied. */
    DeadLetter settled() {
        return told(last, null, 0);
    }

    private DeadLetter told(long position, @Nullable String error, long left) {
        return new DeadLetter(id(), view, aggregate(), position, next.type(), error, since, left);
    }
}
