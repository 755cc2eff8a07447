package io.daybook.http.ops;

import io.daybook.api.log.EventLog;
import io.daybook.api.ops.DeadLetter;
import io.daybook.api.ops.DeadLetters;
import io.daybook.api.ops.Outcome;
import io.daybook.api.refusal.Refusal;
import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.docs.Speaks;
import io.daybook.http.json.JsonReply;
import io.daybook.http.refusal.Refused;
import io.daybook.http.request.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Events that a view could not apply. */
@Controller
final class DeadLetterController {

    private final DeadLetters letters;
    private final EventLog log;

    DeadLetterController(DeadLetters letters, EventLog log) {
        this.letters = letters;
        this.log = log;
    }

    @GetMapping("/ops/dead-letters")
    @Requires(Permit.ADMIN)
    @Speaks(
            value = "Lists the events that a view could not apply, and how many wait behind each",
            answers = DeadLetterShapes.All.class)
    void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Reply.position(response, log.head());
        JsonReply.stream(response, letters.all());
    }

    @PostMapping("/ops/dead-letters/{id}/retry")
    @Requires(Permit.ADMIN)
    @Speaks(
            value =
                    "Applies an event once more, and those behind it; what then cannot be applied stays, with its error",
            answers = DeadLetterShapes.One.class,
            refusals = {Refusal.PROJECTION_BEHIND, Refusal.OVERLOADED, Refusal.STORE_UNAVAILABLE})
    void retry(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        send(response, () -> letters.retry(id));
    }

    @DeleteMapping("/ops/dead-letters/{id}")
    @Requires(Permit.ADMIN)
    @Speaks(
            value = "Forgets an event and those behind it, until the view is rebuilt",
            answers = DeadLetterShapes.One.class,
            refusals = {Refusal.PROJECTION_BEHIND, Refusal.OVERLOADED, Refusal.STORE_UNAVAILABLE})
    void drop(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        send(response, () -> letters.drop(id));
    }

    private interface Wish {
        Outcome<DeadLetter> fulfil() throws InterruptedException;
    }

    private void send(HttpServletResponse response, Wish wish) throws IOException {
        DeadLetter letter = letter(wish);
        Reply.position(response, log.head());
        JsonReply.send(response, 200, letter);
    }

    private static DeadLetter letter(Wish wish) {
        try {
            return Wishes.granted(wish.fulfil());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Refused(Refusal.OVERLOADED, "the server is stopping");
        }
    }
}
