package io.daybook.http.backup;

import io.daybook.api.backup.Archive;
import io.daybook.api.backup.Archives;
import io.daybook.api.crayon.CrayonName;
import io.daybook.api.crayon.CrayonQuery.FindCrayonExperiment;
import io.daybook.api.crayon.CrayonTarget;
import io.daybook.api.request.Answer;
import io.daybook.http.crayon.CrayonParameters;
import io.daybook.http.crayon.CrayonWrites;
import io.daybook.http.message.Answered;
import io.daybook.http.message.Queries;
import io.daybook.http.refusal.BadRequest;
import io.daybook.http.request.Reading;
import io.daybook.http.request.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
final class BackupController {

    private final Queries queries;
    private final CrayonWrites writes;
    private final Archives archives;
    private final Uploads uploads;
    private final Restoration restoration;

    BackupController(
            Queries queries, CrayonWrites writes, Archives archives, Uploads uploads, Restoration restoration) {
        this.queries = queries;
        this.writes = writes;
        this.archives = archives;
        this.uploads = uploads;
        this.restoration = restoration;
    }

    @GetMapping("/backup")
    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CrayonName name = CrayonParameters.of(request).experiment();
        Answered<CrayonTarget> target =
                queries.ask(new FindCrayonExperiment(name), CrayonTarget.class, Reading.of(request));
        Reply.position(response, target.position());
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", AttachmentName.header(name.value()));
        archives.write(name, target.value(), target.position(), new Unclosed(response.getOutputStream()));
    }

    @PostMapping("/backup")
    void restore(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CrayonParameters parameters = CrayonParameters.of(request);
        CrayonName name = parameters.experiment();
        if (!parameters.yes("force")) throw new BadRequest("the parameter force is neither 1 nor true");
        writes.send(response, restored(request, name));
    }

    /** The upload is gone before the answer goes out. */
    private Answered<Answer> restored(HttpServletRequest request, CrayonName name) {
        try (Upload upload = uploads.receive(request)) {
            return writes.run(request, upload::hash, call -> restoration.restore(call, name, sound(upload)));
        }
    }

    private Archive.Sound sound(Upload upload) {
        try {
            return switch (archives.open(upload.file())) {
                case Archive.Sound sound -> sound;
                case Archive.Broken broken -> throw new BadRequest(broken.reason());
            };
        } catch (IOException unreadable) {
            throw new UncheckedIOException("an upload cannot be read", unreadable);
        }
    }
}
