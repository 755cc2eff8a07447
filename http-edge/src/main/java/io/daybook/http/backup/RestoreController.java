package io.daybook.http.backup;

import io.daybook.api.crayon.CrayonName;
import io.daybook.api.request.Answer;
import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.access.Thing;
import io.daybook.http.crayon.CrayonParameters;
import io.daybook.http.crayon.CrayonWrites;
import io.daybook.http.docs.Input;
import io.daybook.http.docs.Speaks;
import io.daybook.http.message.Answered;
import io.daybook.http.refusal.BadRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
final class RestoreController {

    private final CrayonWrites writes;
    private final Zips zips;
    private final Restoration restoration;

    RestoreController(CrayonWrites writes, Zips zips, Restoration restoration) {
        this.writes = writes;
        this.zips = zips;
        this.restoration = restoration;
    }

    /** The parameters are checked before a long upload begins. */
    @PostMapping("/backup")
    @Requires(
            value = {Permit.CREATE, Permit.DELETE},
            of = Thing.CRAYON)
    @Speaks(
            value = "Restores an experiment from its zip",
            asks = {Input.XP, Input.FORCE},
            body = ArchiveForm.class,
            takes = {"multipart/form-data", "application/zip"},
            media = "text/plain")
    void restore(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CrayonParameters parameters = CrayonParameters.of(request);
        CrayonName name = parameters.experiment();
        if (!parameters.yes("force")) throw new BadRequest("the parameter force is neither 1 nor true");
        writes.send(response, restored(request, name));
    }

    /** The upload is gone before the answer goes out. */
    private Answered<Answer> restored(HttpServletRequest request, CrayonName name) {
        try (Zips.Zip zip = zips.receive(request)) {
            return writes.run(request, zip::hash, call -> restoration.restore(call, name, zip.file()));
        }
    }
}
