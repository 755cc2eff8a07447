package io.daybook.http.crayon;

import io.daybook.api.message.Door;
import io.daybook.api.request.Answer;
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

/** What all of Crayon's writes have in common: the answer is {@code ok}. */
public final class CrayonWrites {

    private static final Answer OK = new Answer(200, "ok");

    private final Once once;
    private final Bodies bodies;

    CrayonWrites(Once once, Bodies bodies) {
        this.once = once;
        this.bodies = bodies;
    }

    /** For a route whose body is small. */
    void answer(HttpServletRequest request, HttpServletResponse response, BiFunction<Call, byte[], Done> work)
            throws IOException {
        byte[] body = bodies.read(request);
        send(response, run(request, () -> Sha256.hex(body), call -> work.apply(call, body)));
    }

    /** @param bodyHash tells whether a repeated request is the same */
    public Answered<Answer> run(HttpServletRequest request, Supplier<String> bodyHash, Function<Call, Done> work) {
        return once.answer(request, Door.CRAYON, bodyHash, OK, work);
    }

    public void send(HttpServletResponse response, Answered<Answer> answer) throws IOException {
        Reply.position(response, answer.position());
        Reply.send(response, answer.value().status(), Reply.TEXT, answer.value().body());
    }
}
