package io.daybook.query.iteration.parameter;

import io.daybook.api.documents.Documents;
import io.daybook.api.iteration.IterationQuery.FindParameter;
import io.daybook.api.iteration.IterationQuery.FindParametersOfIteration;
import io.daybook.api.iteration.ParameterId;
import io.daybook.api.iteration.ParameterView;
import io.daybook.api.page.Page;
import io.daybook.api.refusal.Refusal;
import io.daybook.query.documents.Shelf;
import io.daybook.query.iteration.IterationQueries;
import io.daybook.query.list.IdListReader;
import io.daybook.query.list.IdPage;
import io.daybook.query.refusal.Refused;
import java.util.List;
import java.util.OptionalLong;
import org.axonframework.queryhandling.QueryHandler;

/** Answers what iterations were started with. */
@SuppressWarnings("rawtypes") // Axon compares the asked for class with a handler's raw type only
public final class ParameterQueries {

    private final Shelf<ParameterView> parameters;
    private final IterationQueries iterations;
    private final IdListReader lists;

    public ParameterQueries(Documents documents, IterationQueries iterations, IdListReader lists) {
        this.parameters = new Shelf<>(documents, Parameters.PARAMETER, ParameterDocument::view);
        this.iterations = iterations;
        this.lists = lists;
    }

    @QueryHandler
    ParameterView handle(FindParameter query) {
        ParameterId id = query.id();
        return iterations.experimentOf(id.iteration()).stream()
                .mapToObj(
                        experiment -> Parameters.key(experiment, id.iteration().value(), id.value()))
                .flatMap(key -> parameters.find(key).stream())
                .findAny()
                .orElseThrow(() -> Refused.query(Refusal.UNKNOWN_PARAMETER, "there is no parameter " + id.value()));
    }

    @QueryHandler
    Page handle(FindParametersOfIteration query) {
        OptionalLong experiment = iterations.experimentOf(query.iteration());
        if (experiment.isEmpty()) return new Page<>(List.of(), 0);
        long iteration = query.iteration().value();
        IdPage page = lists.page(Parameters.of(experiment.getAsLong(), iteration), query.slice());
        List<String> keys = page.keys(id -> Parameters.key(experiment.getAsLong(), iteration, id));
        return new Page<>(parameters.find(keys), page.total());
    }
}
