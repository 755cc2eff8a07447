package io.daybook.http.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.log.EventFilter;
import io.daybook.api.log.EventLog;
import io.daybook.api.log.LoggedEvent;
import io.daybook.api.refusal.Refusal;
import io.daybook.http.access.Auditor;
import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.access.Rights;
import io.daybook.http.docs.Input;
import io.daybook.http.docs.Speaks;
import io.daybook.http.json.JsonReply;
import io.daybook.http.refusal.Refused;
import io.daybook.http.request.Caller;
import io.daybook.http.request.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The log as server-sent events, whose ids are positions: whoever comes back with the last one misses nothing. */
@Controller
final class StreamController {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofMillis(500);

    private static final byte[] REPLACED =
            ": this log was replaced by a restored one; read that from its beginning\n\n".getBytes(UTF_8);

    /** Positions between two looks at the caller's rights and the clock. */
    private static final long PASS = 5_000;

    private final EventLog log;
    private final Events events;
    private final Streams streams;
    private final Rights rights;

    StreamController(EventLog log, Events events, Streams streams, Rights rights) {
        this.log = log;
        this.events = events;
        this.streams = streams;
        this.rights = rights;
    }

    @GetMapping("/audit/stream")
    @Requires(Permit.AUDIT)
    @Speaks(
            value = "Streams events as they come, as server-sent events whose ids are positions",
            asks = {
                Input.AFTER,
                Input.LAST_EVENT,
                Input.AUDIT_PROJECT,
                Input.AGGREGATE,
                Input.ACTOR,
                Input.EVENT_TYPE,
                Input.VIA,
                Input.FROM,
                Input.TO
            },
            media = "text/event-stream",
            refusals = Refusal.OVERLOADED)
    void stream(HttpServletRequest request, HttpServletResponse response) throws IOException {
        EventFilter filter = AuditQuery.of(request, new Moments(log)).filter();
        String last = request.getHeader("Last-Event-ID");
        if (last != null) filter = filter.after(Math.max(filter.after(), Moments.position("Last-Event-ID", last)));
        streams.enter();
        try {
            response.setContentType("text/event-stream; charset=utf-8");
            response.setHeader("Cache-Control", "no-store");
            Beginning beginning = new Beginning(log);
            Reply.position(response, log.head());
            response.flushBuffer();
            if (!follow(request, response.getOutputStream(), filter, beginning)) {
                response.getOutputStream().write(REPLACED);
            }
        } finally {
            streams.leave();
        }
    }

    /** A reader who does not keep up fails a write in the end, and is cut off. Answers whether it was one log all the time. */
    private boolean follow(HttpServletRequest request, OutputStream out, EventFilter filter, Beginning beginning)
            throws IOException {
        EventFilter rest = filter;
        long spoken = System.nanoTime();
        while (streams.isRunning() && mayStill(request)) {
            long reached = log.head();
            if (!beginning.isOf(reached)) return false;
            long head = Math.min(reached, rest.after() + PASS);
            if (write(out, rest, head)) spoken = System.nanoTime();
            rest = rest.after(Math.max(rest.after(), head));
            if (rest.after() >= rest.upTo()) return true;
            if (System.nanoTime() - spoken >= HEARTBEAT.toNanos()) {
                out.write(":\n\n".getBytes(UTF_8));
                out.flush();
                spoken = System.nanoTime();
            }
            if (head == log.head() && !waited(rest.after())) return true;
        }
        return true;
    }

    /** A stream outlives rights. */
    private boolean mayStill(HttpServletRequest request) {
        try {
            rights.require(Caller.of(request).user(), Auditor.required(request));
            return true;
        } catch (Refused revoked) {
            return false;
        }
    }

    /** Whether there was anything to write. */
    private boolean write(OutputStream out, EventFilter rest, long head) throws IOException {
        EventFilter part = rest.upTo(Math.min(rest.upTo(), head));
        boolean any = false;
        try (Stream<LoggedEvent> found = log.read(part)) {
            for (Iterator<LoggedEvent> each = found.iterator(); each.hasNext() && streams.isRunning(); any = true) {
                LoggedEvent event = each.next();
                out.write(("id: " + event.position() + "\ndata: ").getBytes(UTF_8));
                out.write(JsonReply.bytes(events.body(event)));
                out.write("\n\n".getBytes(UTF_8));
            }
        }
        if (any) out.flush();
        return any;
    }

    private boolean waited(long position) {
        try {
            log.awaitBeyond(position, LOOK);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
