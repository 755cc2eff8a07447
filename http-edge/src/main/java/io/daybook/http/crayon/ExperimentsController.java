package io.daybook.http.crayon;

import io.daybook.api.crayon.CrayonCommand.CreateCrayonExperiment;
import io.daybook.api.crayon.CrayonCommand.DeleteCrayonExperiment;
import io.daybook.api.crayon.CrayonName;
import io.daybook.api.crayon.CrayonQuery.FindCrayonNames;
import io.daybook.api.crayon.CrayonQuery.FindCrayonSeries;
import io.daybook.api.crayon.CrayonView.Names;
import io.daybook.api.crayon.CrayonView.SeriesNames;
import io.daybook.api.refusal.Refusal;
import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.access.Thing;
import io.daybook.http.docs.Input;
import io.daybook.http.docs.Speaks;
import io.daybook.http.json.JsonReply;
import io.daybook.http.json.StrictJson;
import io.daybook.http.message.Answered;
import io.daybook.http.message.Commands;
import io.daybook.http.message.Queries;
import io.daybook.http.request.Reading;
import io.daybook.http.request.Reply;
import io.daybook.http.sequence.NewExperiments;
import io.daybook.http.sequence.NewExperiments.NewExperiment;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.core.JsonGenerator;

@Controller
final class ExperimentsController {

    private final Commands commands;
    private final Queries queries;
    private final CrayonWrites writes;
    private final NewExperiments experiments;

    ExperimentsController(Commands commands, Queries queries, CrayonWrites writes, NewExperiments experiments) {
        this.commands = commands;
        this.queries = queries;
        this.writes = writes;
        this.experiments = experiments;
    }

    @GetMapping("/data")
    @Requires(value = Permit.READ, of = Thing.CRAYON)
    @Speaks(
            value = "Lists the running experiments, or the series of one",
            asks = Input.XP_IF_ANY,
            answers = CrayonShapes.Names.class,
            refusals = Refusal.UNKNOWN_EXPERIMENT)
    void read(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CrayonParameters parameters = CrayonParameters.of(request);
        Reading reading = Reading.of(request);
        if (parameters.query().has("xp")) {
            FindCrayonSeries query = new FindCrayonSeries(parameters.experiment());
            Answered<SeriesNames> series = queries.ask(query, SeriesNames.class, reading);
            Reply.position(response, series.position());
            JsonReply.send(response, json -> write(json, series.value()));
        } else {
            Answered<Names> names = queries.ask(new FindCrayonNames(), Names.class, reading);
            Reply.position(response, names.position());
            JsonReply.send(response, json -> JsonReply.write(json, names.value().names()));
        }
    }

    private static void write(JsonGenerator json, SeriesNames names) {
        json.writeStartObject();
        json.writeName("scalars");
        JsonReply.write(json, names.scalars());
        json.writeName("histograms");
        JsonReply.write(json, names.histograms());
        json.writeEndObject();
    }

    @PostMapping("/data")
    @Requires(value = Permit.CREATE, of = Thing.CRAYON)
    @Speaks(
            value = "Creates an experiment",
            body = CrayonShapes.Name.class,
            media = "text/plain",
            refusals = {Refusal.EXPERIMENT_NAME_TAKEN, Refusal.NAME_NOT_USABLE})
    void create(HttpServletRequest request, HttpServletResponse response) throws IOException {
        writes.answer(request, response, (call, body) -> {
            CrayonName name = CrayonParameters.named(StrictJson.read(body, StrictJson::onlyText));
            NewExperiment created = experiments.next(call);
            return commands.send(
                    call,
                    new CreateCrayonExperiment(
                            name,
                            created.experimentId(),
                            created.iterationId(),
                            created.freshProject(),
                            created.projectName(),
                            created.createdDate()));
        });
    }

    @DeleteMapping("/data")
    @Requires(value = Permit.DELETE, of = Thing.CRAYON)
    @Speaks(
            value = "Deletes an experiment",
            asks = Input.XP,
            media = "text/plain",
            refusals = Refusal.UNKNOWN_EXPERIMENT)
    void delete(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CrayonName name = CrayonParameters.of(request).experiment();
        writes.answer(request, response, (call, body) -> commands.send(call, new DeleteCrayonExperiment(name)));
    }
}
