package io.daybook.http.ops;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.api.log.EventLog;
import io.daybook.api.ops.RebuildReport.Mode;
import io.daybook.api.ops.Rebuilds;
import io.daybook.api.ops.ViewStates;
import io.daybook.api.refusal.Refusal;
import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.docs.Input;
import io.daybook.http.docs.Speaks;
import io.daybook.http.json.JsonReply;
import io.daybook.http.refusal.BadRequest;
import io.daybook.http.refusal.UnknownIsNotFound;
import io.daybook.http.request.QueryString;
import io.daybook.http.request.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
final class ViewsController {

    private final ViewStates views;
    private final Rebuilds rebuilds;
    private final EventLog log;

    ViewsController(ViewStates views, Rebuilds rebuilds, EventLog log) {
        this.views = views;
        this.rebuilds = rebuilds;
        this.log = log;
    }

    @GetMapping("/ops/views")
    @Requires(Permit.ADMIN)
    @Speaks(value = "Lists the views, and how far each has come", answers = OpsShapes.Views.class)
    void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Reply.position(response, log.head());
        JsonReply.send(response, 200, views.all().stream().map(ViewBody::of).toList());
    }

    @PostMapping("/ops/views/{name}/rebuild")
    @Requires(Permit.ADMIN)
    @UnknownIsNotFound
    @Speaks(
            value = "Fills a view, or `all`, once more from the log beside the one that answers, and compares both",
            asks = Input.REBUILD_MODE,
            answers = OpsShapes.Begun.class,
            status = 202,
            refusals = Refusal.REBUILD_RUNNING)
    void rebuild(HttpServletRequest request, HttpServletResponse response, @PathVariable String name)
            throws IOException {
        Mode mode = mode(QueryString.of(request).required("mode"));
        long id = Wishes.granted(rebuilds.begin(name, mode));
        Reply.position(response, log.head());
        JsonReply.send(response, 202, new Begun(id));
    }

    private static Mode mode(String text) {
        return switch (text) {
            case "replace" -> Mode.REPLACE;
            case "verify" -> Mode.VERIFY;
            default -> throw new BadRequest("mode is replace or verify");
        };
    }

    @PostMapping("/ops/views/{name}/rollback")
    @Requires(Permit.ADMIN)
    @UnknownIsNotFound
    @Speaks(
            value = "Puts back the documents before the view's last switch, once they have been caught up",
            answers = OpsShapes.RolledBack.class,
            refusals = {Refusal.REBUILD_RUNNING, Refusal.NO_SWITCH_BEFORE})
    void rollBack(HttpServletRequest request, HttpServletResponse response, @PathVariable String name)
            throws IOException {
        long position = Wishes.granted(rebuilds.rollBack(name));
        Reply.position(response, log.head());
        JsonReply.send(response, 200, new RolledBack(name, position));
    }

    private record Begun(@JsonProperty("rebuild_id") long rebuildId) {}

    private record RolledBack(String view, long position) {}
}
