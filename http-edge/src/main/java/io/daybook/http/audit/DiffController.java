package io.daybook.http.audit;

import io.daybook.api.log.Differences;
import io.daybook.api.log.EventLog;
import io.daybook.api.refusal.Refusal;
import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.docs.Input;
import io.daybook.http.docs.Speaks;
import io.daybook.http.message.Failures;
import io.daybook.http.refusal.BadRequest;
import io.daybook.http.request.QueryString;
import io.daybook.http.request.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.axonframework.messaging.HandlerExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What became different between two moments. */
@Controller
final class DiffController {

    private final EventLog log;
    private final Differences differences;
    private final Things things;

    DiffController(EventLog log, Differences differences, Things things) {
        this.log = log;
        this.differences = differences;
        this.things = things;
    }

    @GetMapping("/audit/diff")
    @Requires(Permit.AUDIT)
    @Speaks(
            value = "Shows what was created, changed and deleted between two moments",
            asks = {Input.AUDIT_PROJECT, Input.DIFF_FROM, Input.DIFF_TO},
            answers = AuditShapes.Diff.class,
            refusals = Refusal.OVERLOADED)
    void diff(HttpServletRequest request, HttpServletResponse response) throws IOException {
        QueryString query = QueryString.of(request);
        Moments moments = new Moments(log);
        long head = log.head();
        long from = query.find("from").map(text -> moments.asOf("from", text)).orElse(0L);
        long to = query.find("to").map(text -> moments.asOf("to", text)).orElse(head);
        if (from > to) throw new BadRequest("from is position " + from + ", which comes after to, position " + to);
        DiffReport report = compared(from, to, AuditQuery.id(query, "project"));
        Reply.position(response, head);
        report.send(response);
    }

    private DiffReport compared(long from, long to, @Nullable String project) {
        DiffReport report = new DiffReport(from, to, things);
        try {
            differences.between(from, to, project == null ? null : Long.valueOf(project), report::add);
            return report;
        } catch (HandlerExecutionException refused) {
            throw Failures.of(refused);
        }
    }
}
