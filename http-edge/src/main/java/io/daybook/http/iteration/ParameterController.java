package io.daybook.http.iteration;

import io.daybook.api.iteration.IterationCommand.ChangeParameter;
import io.daybook.api.iteration.IterationCommand.DeleteParameter;
import io.daybook.api.iteration.IterationCommand.LogParameter;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.iteration.IterationQuery.FindParameter;
import io.daybook.api.iteration.IterationQuery.FindParametersOfIteration;
import io.daybook.api.iteration.ParameterId;
import io.daybook.api.iteration.ParameterView;
import io.daybook.api.refusal.Refusal;
import io.daybook.http.access.Permit;
import io.daybook.http.access.Requires;
import io.daybook.http.access.Thing;
import io.daybook.http.docs.Speaks;
import io.daybook.http.iteration.IterationRequests.NewParameter;
import io.daybook.http.iteration.IterationRequests.ParameterChange;
import io.daybook.http.message.Commands;
import io.daybook.http.request.PathId;
import io.daybook.http.tracking.Asked;
import io.daybook.http.tracking.TrackingReads;
import io.daybook.http.tracking.TrackingWrites;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
final class ParameterController {

    private final Commands commands;
    private final TrackingReads reads;
    private final TrackingWrites writes;

    ParameterController(Commands commands, TrackingReads reads, TrackingWrites writes) {
        this.commands = commands;
        this.reads = reads;
        this.writes = writes;
    }

    @GetMapping("/parameter/{id}")
    @Requires(value = Permit.READ, of = Thing.PARAMETER)
    @Speaks(value = "Shows a parameter", answers = ParameterBody.class)
    void get(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        reads.one(request, response, new FindParameter(parameter(id)), ParameterView.class, ParameterBody::of);
    }

    @GetMapping("/parameter/iteration/{id}")
    @Requires(value = Permit.READ, of = Thing.ITERATION)
    @Speaks(value = "Lists the parameters of an iteration", pages = ParameterBody.class)
    void list(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        IterationId iteration = PathId.parent(id, IterationId::new, IterationId.HIGHEST);
        reads.<ParameterView>page(
                request, response, slice -> new FindParametersOfIteration(iteration, slice), ParameterBody::of);
    }

    @PostMapping("/parameter/iteration/{id}")
    @Requires(value = Permit.CREATE, of = Thing.ITERATION)
    @Speaks(
            value = "Logs a parameter",
            body = NewParameter.class,
            creates = "parameter_id",
            refusals = {Refusal.ITERATION_ALREADY_FINALISED, Refusal.ITERATION_FULL})
    void log(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        IterationId iteration = PathId.of(id, Refusal.UNKNOWN_ITERATION, IterationId::new);
        writes.write(request, response, NewParameter.class, TrackingWrites.created("parameter_id"), (call, body) -> {
            String key = Asked.nonEmpty("key", body.key());
            return commands.send(call, new LogParameter(iteration, key, Asked.nonEmpty("value", body.value())));
        });
    }

    @PatchMapping("/parameter/{id}")
    @Requires(value = Permit.UPDATE, of = Thing.PARAMETER)
    @Speaks(value = "Changes a parameter", body = ParameterChange.class, refusals = Refusal.ITERATION_ALREADY_FINALISED)
    void change(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        ParameterId parameter = parameter(id);
        writes.write(request, response, ParameterChange.class, TrackingWrites.UPDATED, (call, body) -> {
            String key = Asked.nonEmptyIfAny("key", body.key());
            return commands.send(call, new ChangeParameter(parameter, key, Asked.nonEmptyIfAny("value", body.value())));
        });
    }

    @DeleteMapping("/parameter/{id}")
    @Requires(value = Permit.DELETE, of = Thing.PARAMETER)
    @Speaks(value = "Deletes a parameter", refusals = Refusal.ITERATION_ALREADY_FINALISED)
    void delete(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        ParameterId parameter = parameter(id);
        writes.delete(request, response, call -> commands.send(call, new DeleteParameter(parameter)));
    }

    private static ParameterId parameter(String id) {
        return PathId.of(id, Refusal.UNKNOWN_PARAMETER, ParameterId::new);
    }
}
