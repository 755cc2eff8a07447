package io.daybook.http.backup;

import io.daybook.api.backup.Archives;
import io.daybook.api.crayon.CrayonName;
import io.daybook.api.crayon.CrayonQuery.FindCrayonExperiment;
import io.daybook.api.crayon.CrayonTarget;
import io.daybook.api.refusal.Refusal;
import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.access.Thing;
import io.daybook.http.crayon.CrayonParameters;
import io.daybook.http.docs.Input;
import io.daybook.http.docs.Speaks;
import io.daybook.http.message.Answered;
import io.daybook.http.message.Queries;
import io.daybook.http.request.Reading;
import io.daybook.http.request.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
final class BackupController {

    private final Queries queries;
    private final Archives archives;

    BackupController(Queries queries, Archives archives) {
        this.queries = queries;
        this.archives = archives;
    }

    @GetMapping("/backup")
    @Requires(value = Permit.READ, of = Thing.CRAYON)
    @Speaks(
            value = "Writes the zip of an experiment",
            asks = Input.XP,
            media = "application/zip",
            refusals = Refusal.UNKNOWN_EXPERIMENT)
    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CrayonName name = CrayonParameters.of(request).experiment();
        Answered<CrayonTarget> target =
                queries.ask(new FindCrayonExperiment(name), CrayonTarget.class, Reading.of(request));
        Reply.position(response, target.position());
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", AttachmentName.header(name.value()));
        archives.write(name, target.value(), target.position(), new Unclosed(response.getOutputStream()));
    }
}
