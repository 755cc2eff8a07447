package io.daybook.http.backup;

import io.daybook.api.backup.Restored;
import io.daybook.api.backup.ServerBackup;
import io.daybook.api.backup.ServerRestore;
import io.daybook.api.log.EventLog;
import io.daybook.api.refusal.Refusal;
import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.docs.Input;
import io.daybook.http.docs.Shape;
import io.daybook.http.docs.Speaks;
import io.daybook.http.json.JsonReply;
import io.daybook.http.refusal.BadRequest;
import io.daybook.http.refusal.Refused;
import io.daybook.http.request.QueryString;
import io.daybook.http.request.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Everything that the server keeps, out and in. */
@Controller
final class ServerBackupController {

    private static final Logger logger = LoggerFactory.getLogger(ServerBackupController.class);
    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

    private final EventLog log;
    private final ServerBackup backup;
    private final ServerRestore restore;
    private final Zips zips;

    ServerBackupController(EventLog log, ServerBackup backup, ServerRestore restore, Zips zips) {
        this.log = log;
        this.backup = backup;
        this.restore = restore;
        this.zips = zips;
    }

    @GetMapping("/ops/backup")
    @Requires(Permit.ADMIN)
    @Speaks(value = "Writes the zip of everything", asks = Input.BACKUP_AFTER, media = "application/zip")
    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long head = log.head();
        long after = position(request, "after").orElse(0);
        if (after > head) throw new BadRequest("after is beyond the last position of the log, " + head);
        Reply.position(response, head);
        response.setContentType("application/zip");
        String name = "daybook-" + (after == 0 ? "" : (after + 1) + "-to-") + head + ".zip";
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        backup.write(after, head, new Unclosed(response.getOutputStream()));
    }

    /** The parameters are checked before a long upload begins. */
    @PostMapping("/ops/restore")
    @Requires(Permit.ADMIN)
    @Speaks(
            value = "Restores everything from its zip, into an empty server",
            asks = Input.UP_TO,
            body = ArchiveForm.class,
            takes = {"multipart/form-data", "application/zip"},
            answers = RestoredBody.class,
            refusals = Refusal.BACKUP_DOES_NOT_FIT)
    void restore(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (QueryString.of(request).has("asOf")) throw new BadRequest("asOf: what was before cannot be written to");
        OptionalLong upTo = position(request, "upTo");
        Restored.Done done = restored(request, upTo.isPresent() ? upTo.getAsLong() : null);
        Reply.position(response, done.position());
        JsonReply.send(response, 200, done);
    }

    /** The upload is gone before the answer goes out. */
    private Restored.Done restored(HttpServletRequest request, @Nullable Long upTo) {
        try (Zips.Zip zip = zips.receive(request)) {
            return switch (restore.restore(zip.file(), upTo)) {
                case Restored.Done done -> done;
                case Restored.Broken(String reason) -> throw new BadRequest(reason);
                case Restored.Misfit(String reason) -> throw new Refused(Refusal.BACKUP_DOES_NOT_FIT, reason);
            };
        } catch (IOException failure) {
            logger.error("a backup could not be restored; nothing has changed", failure);
            throw new Refused(Refusal.STORE_UNAVAILABLE, "the backup cannot be written; the server's log says why");
        }
    }

    private static OptionalLong position(HttpServletRequest request, String name) {
        String text = QueryString.of(request).find(name).orElse(null);
        if (text == null) return OptionalLong.empty();
        if (!POSITION.matcher(text).matches()) throw new BadRequest(name + " is not a position");
        return OptionalLong.of(Long.parseLong(text));
    }

    @Shape("""
            {"type": "object", "required": ["position", "hash", "events", "artifacts"],
             "properties": {"position": {"type": "integer", "format": "int64"}, "hash": {"type": "string"},
                            "events": {"type": "integer", "format": "int64"},
                            "artifacts": {"type": "integer", "format": "int64"}}}""")
    interface RestoredBody {}
}
