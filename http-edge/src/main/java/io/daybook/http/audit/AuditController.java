package io.daybook.http.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.api.access.Required;
import io.daybook.api.log.ChainReport;
import io.daybook.api.log.Checkpoints;
import io.daybook.api.log.EventLog;
import io.daybook.api.log.LogHead;
import io.daybook.api.log.LoggedEvent;
import io.daybook.api.message.Meta;
import io.daybook.api.refusal.Refusal;
import io.daybook.http.access.Auditor;
import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.access.Rights;
import io.daybook.http.docs.Input;
import io.daybook.http.docs.Speaks;
import io.daybook.http.json.JsonReply;
import io.daybook.http.refusal.BadRequest;
import io.daybook.http.refusal.Refused;
import io.daybook.http.request.Caller;
import io.daybook.http.request.PathId;
import io.daybook.http.request.QueryString;
import io.daybook.http.request.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
final class AuditController {

    private static final String LINES = "application/x-ndjson";

    /** So long a page may look for events of a kind that no index leads to. */
    private static final Duration PAGE = Duration.ofSeconds(1);

    private static final Duration EXPORT = Duration.ofDays(1);

    private final EventLog log;
    private final Checkpoints checkpoints;
    private final Events events;
    private final Rights rights;

    AuditController(EventLog log, Checkpoints checkpoints, Events events, Rights rights) {
        this.log = log;
        this.checkpoints = checkpoints;
        this.events = events;
        this.rights = rights;
    }

    @GetMapping("/audit/events")
    @Requires(Permit.AUDIT)
    @Speaks(
            value = "Lists events; all of them, one a line, with `Accept: application/x-ndjson`",
            asks = {
                Input.AFTER,
                Input.AUDIT_LIMIT,
                Input.AUDIT_PROJECT,
                Input.AGGREGATE,
                Input.ACTOR,
                Input.EVENT_TYPE,
                Input.VIA,
                Input.FROM,
                Input.TO
            },
            answers = AuditShapes.Events.class)
    void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AuditQuery query = AuditQuery.of(request, new Moments(log));
        Reply.position(response, log.head());
        if (Reply.isAskedFor(request, LINES)) lines(response, query);
        else page(response, query);
    }

    /** One after the other, since a single one may hold a hundred thousand points. */
    private void page(HttpServletResponse response, AuditQuery query) throws IOException {
        response.setContentType(Reply.JSON);
        OutputStream out = response.getOutputStream();
        out.write("{\"data\":[".getBytes(UTF_8));
        try (Search search = new Search(log, query.filter(), PAGE)) {
            long last = 0;
            for (int i = 0; i < query.limit() && search.hasNext(); i++) {
                if (i > 0) out.write(',');
                LoggedEvent event = search.next();
                out.write(JsonReply.bytes(events.body(event)));
                last = event.position();
            }
            out.write(("],\"next\":" + next(search, last) + "}").getBytes(UTF_8));
        }
    }

    /** A page that took too long ends where it has come to, with whatever it has found. */
    private static String next(Search search, long last) {
        if (search.hasNext()) return Long.toString(last);
        return search.isOver() ? "null" : Long.toString(search.reached());
    }

    private void lines(HttpServletResponse response, AuditQuery query) throws IOException {
        response.setContentType(LINES);
        OutputStream out = response.getOutputStream();
        try (Search search = new Search(log, query.filter(), EXPORT)) {
            while (search.hasNext()) out.write(events.line(search.next()));
        }
    }

    @GetMapping("/audit/events/{position}")
    @Requires(Permit.SIGNED)
    @Speaks(
            value = "Shows an event",
            answers = AuditShapes.Event.class,
            refusals = {Refusal.ADMIN_REQUIRED, Refusal.PROJECT_PERMISSION_REQUIRED})
    void one(HttpServletRequest request, HttpServletResponse response, @PathVariable String position)
            throws IOException {
        long place = PathId.number(position);
        LoggedEvent event = log.at(place)
                .orElseThrow(() -> new Refused(Refusal.OWNER_NOT_FOUND, "no event is at position " + place));
        rights.require(Caller.of(request).user(), required(event));
        Reply.position(response, log.head());
        JsonReply.send(response, 200, events.body(event));
    }

    private static Required required(LoggedEvent event) {
        String project = event.metadata().get(Meta.PROJECT);
        if (project == null) return new Required.Admin();
        return Auditor.inProject(Long.parseLong(project));
    }

    @GetMapping("/audit/head")
    @Requires(Permit.AUDIT)
    @Speaks(
            value = "Shows the last position of the log, and its hash",
            asks = Input.AUDIT_PROJECT,
            answers = AuditShapes.Head.class)
    void head(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Reply.position(response, log.head());
        JsonReply.send(response, 200, LogHead.of(log));
    }

    @GetMapping("/audit/verify")
    @Requires(Permit.AUDIT)
    @Speaks(
            value = "Recomputes the chain of hashes, and compares it with all checkpoints",
            asks = {Input.AUDIT_PROJECT, Input.FROM, Input.TO},
            answers = AuditShapes.Report.class)
    void verify(HttpServletRequest request, HttpServletResponse response) throws IOException {
        QueryString query = QueryString.of(request);
        Moments moments = new Moments(log);
        long head = log.head();
        long from = query.find("from").map(text -> moments.first("from", text)).orElse(1L);
        long to = query.find("to").map(text -> moments.last("to", text)).orElse(Long.MAX_VALUE);
        if (from < 1 || (to > head && to < Long.MAX_VALUE) || from > Math.min(to, head) + 1) {
            throw new BadRequest("from and to are positions from 1 to " + head + ", in their order");
        }
        ChainReport report = checkpoints.verify(from, to);
        Reply.position(response, head);
        JsonReply.send(response, 200, report.verified() ? Sound.of(report) : Broken.of(report));
    }

    private record Sound(boolean verified, long from, long to, String hash) {
        static Sound of(ChainReport report) {
            return new Sound(true, report.from(), report.to(), report.hash());
        }
    }

    private record Broken(
            boolean verified,
            @JsonProperty("first_bad") @Nullable Long firstBad,
            @Nullable String reason) {
        static Broken of(ChainReport report) {
            return new Broken(false, report.firstBad(), report.reason());
        }
    }
}
