package io.daybook.http.tracking;

import io.daybook.api.message.Door;
import io.daybook.api.request.Answer;
import io.daybook.http.json.StrictBody;
import io.daybook.http.message.Answered;
import io.daybook.http.message.Call;
import io.daybook.http.message.Done;
import io.daybook.http.message.Once;
import io.daybook.http.request.Bodies;
import io.daybook.http.request.Reply;
import io.daybook.http.request.Sha256;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** What all of the tracking API's writes have in common. */
public final class TrackingWrites {

    public static final Answer UPDATED = new Answer(200, "{\"message\":\"UPDATED\"}");
    public static final Answer OK = new Answer(200, "{\"message\":\"OK\"}");

    private final Once once;
    private final Bodies bodies;

    TrackingWrites(Once once, Bodies bodies) {
        this.once = once;
        this.bodies = bodies;
    }

    /** The answer to a creation: the work's result is the new id, to be shown under {@code key}. */
    public static Answer created(String key) {
        return new Answer(201, "{\"" + key + "\":{result}}");
    }

    /** A route with a JSON body. */
    public <T extends Record> void write(
            HttpServletRequest request,
            HttpServletResponse response,
            Class<T> type,
            Answer answer,
            BiFunction<Call, T, Done> work)
            throws IOException {
        byte[] body = bodies.read(request);
        T read = StrictBody.read(body, type);
        run(request, response, () -> Sha256.hex(body), answer, call -> work.apply(call, read));
    }

    /** A POST without a body; one that is sent is disregarded. */
    public void post(HttpServletRequest request, HttpServletResponse response, Answer answer, Function<Call, Done> work)
            throws IOException {
        run(request, response, () -> "", answer, work);
    }

    public void delete(HttpServletRequest request, HttpServletResponse response, Function<Call, Done> work)
            throws IOException {
        run(request, response, () -> "", OK, work);
    }

    /** @param bodyHash tells whether a repeated request is the same */
    public void run(
            HttpServletRequest request,
            HttpServletResponse response,
            Supplier<String> bodyHash,
            Answer answer,
            Function<Call, Done> work)
            throws IOException {
        send(response, done(request, bodyHash, answer, work));
    }

    /** As {@link #run}, for those who have something to do before the answer goes out. */
    public Answered<Answer> done(
            HttpServletRequest request, Supplier<String> bodyHash, Answer answer, Function<Call, Done> work) {
        return once.answer(request, Door.TRACKING, bodyHash, answer, work);
    }

    public void send(HttpServletResponse response, Answered<Answer> done) throws IOException {
        Reply.position(response, done.position());
        Reply.send(response, done.value().status(), Reply.JSON, done.value().body());
    }
}
