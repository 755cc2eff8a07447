package io.daybook.http.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.api.log.Checkpoint;
import io.daybook.api.log.Checkpoints;
import io.daybook.api.log.EventLog;
import io.daybook.api.refusal.Refusal;
import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.docs.Input;
import io.daybook.http.docs.Speaks;
import io.daybook.http.json.JsonReply;
import io.daybook.http.json.StrictBody;
import io.daybook.http.refusal.Refused;
import io.daybook.http.request.Bodies;
import io.daybook.http.request.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Signed heads of the log. */
@Controller
final class CheckpointController {

    private final Checkpoints checkpoints;
    private final EventLog log;
    private final Bodies bodies;

    CheckpointController(Checkpoints checkpoints, EventLog log, Bodies bodies) {
        this.checkpoints = checkpoints;
        this.log = log;
        this.bodies = bodies;
    }

    @PostMapping("/audit/checkpoints")
    @Requires(Permit.ADMIN)
    @Speaks(value = "Signs the head of the log", answers = AuditShapes.Checkpoint.class, status = 201)
    void make(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Checkpoint made = made();
        Reply.position(response, made.position());
        JsonReply.send(response, 201, CheckpointBody.of(made));
    }

    private Checkpoint made() {
        try {
            return checkpoints.make();
        } catch (UncheckedIOException full) {
            throw new Refused(Refusal.STORE_UNAVAILABLE, "no checkpoint can be written now");
        }
    }

    @GetMapping("/audit/checkpoints")
    @Requires(Permit.AUDIT)
    @Speaks(value = "Lists the signed heads", asks = Input.AUDIT_PROJECT, answers = AuditShapes.Checkpoints.class)
    void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Reply.position(response, log.head());
        JsonReply.send(
                response,
                200,
                checkpoints.all().stream().map(CheckpointBody::of).toList());
    }

    @PostMapping("/audit/verify")
    @Requires(Permit.AUDIT)
    @Speaks(
            value = "Compares the log with a signed head",
            asks = Input.AUDIT_PROJECT,
            body = CheckpointBody.class,
            answers = AuditShapes.Verdict.class)
    void check(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CheckpointBody sent = StrictBody.read(bodies.read(request), CheckpointBody.class);
        Reply.position(response, log.head());
        JsonReply.send(response, 200, checkpoints.check(sent.checkpoint()));
    }

    public record CheckpointBody(
            Long position,
            String hash,
            String timestamp,
            String signature,
            @JsonProperty("public_key") String publicKey) {

        static CheckpointBody of(Checkpoint made) {
            return new CheckpointBody(
                    made.position(), made.hash(), made.timestamp(), made.signature(), made.publicKey());
        }

        Checkpoint checkpoint() {
            return new Checkpoint(position, hash, timestamp, signature, publicKey);
        }
    }
}
