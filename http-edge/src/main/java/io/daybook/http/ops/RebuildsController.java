package io.daybook.http.ops;

import io.daybook.api.log.EventLog;
import io.daybook.api.ops.RebuildReport;
import io.daybook.api.ops.Rebuilds;
import io.daybook.api.refusal.Refusal;
import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.docs.Speaks;
import io.daybook.http.json.JsonReply;
import io.daybook.http.refusal.Refused;
import io.daybook.http.request.PathId;
import io.daybook.http.request.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
final class RebuildsController {

    private final Rebuilds rebuilds;
    private final EventLog log;

    RebuildsController(Rebuilds rebuilds, EventLog log) {
        this.rebuilds = rebuilds;
        this.log = log;
    }

    @GetMapping("/ops/rebuilds")
    @Requires(Permit.ADMIN)
    @Speaks(value = "Lists the rebuilds since the server's start", answers = OpsShapes.Rebuilds.class)
    void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Reply.position(response, log.head());
        JsonReply.send(
                response, 200, rebuilds.reports().stream().map(RebuildBody::of).toList());
    }

    @GetMapping("/ops/rebuilds/{id}")
    @Requires(Permit.ADMIN)
    @Speaks(value = "Shows how far a rebuild has come, and what it found", answers = OpsShapes.Rebuild.class)
    void one(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        long number = PathId.number(id);
        RebuildReport found = rebuilds.find(number)
                .orElseThrow(() -> new Refused(Refusal.UNKNOWN_REBUILD, "there is no rebuild " + number));
        Reply.position(response, log.head());
        JsonReply.send(response, 200, RebuildBody.of(found));
    }

    @DeleteMapping("/ops/rebuilds/{id}")
    @Requires(Permit.ADMIN)
    @Speaks(
            value = "Cancels a rebuild that has not been put in place: nothing has changed",
            answers = OpsShapes.Ok.class,
            refusals = Refusal.REBUILD_ENDED)
    void cancel(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        Wishes.granted(rebuilds.cancel(PathId.number(id)));
        Reply.position(response, log.head());
        JsonReply.send(response, 200, Map.of("message", "OK"));
    }
}
