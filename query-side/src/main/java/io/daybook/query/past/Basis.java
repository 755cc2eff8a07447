package io.daybook.query.past;

import io.daybook.api.crayon.CrayonName;
import io.daybook.api.crayon.CrayonQuery.FindCrayonExperiment;
import io.daybook.api.crayon.CrayonQuery.FindCrayonHistograms;
import io.daybook.api.crayon.CrayonQuery.FindCrayonScalars;
import io.daybook.api.crayon.CrayonQuery.FindCrayonSeries;
import io.daybook.api.log.EventFilter;
import io.daybook.api.message.Meta;
import io.daybook.query.view.DeadLetterDesk.Gap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an answer in the present is made of: the events that would be read to give it in the past. */
record Basis(List<EventFilter> filters) {

    static Basis of(Object query, Scope scope, Names names) {
        // a name that leads nowhere may be parked, wherever it would lead
        return named(query)
                .flatMap(names::iterationOf)
                .map(iteration -> new Basis(scope.withPoints(iteration.toString())))
                .orElseGet(() -> new Basis(Questions.scopeOf(query, scope)));
    }

    static Optional<CrayonName> named(Object query) {
        return switch (query) {
            case FindCrayonExperiment experiment -> Optional.of(experiment.name());
            case FindCrayonSeries series -> Optional.of(series.name());
            case FindCrayonScalars scalars -> Optional.of(scalars.name());
            case FindCrayonHistograms histograms -> Optional.of(histograms.name());
            default -> Optional.empty();
        };
    }

    boolean has(Gap gap) {
        return filters.stream().anyMatch(filter -> lets(filter, gap));
    }

    private static boolean lets(EventFilter filter, Gap gap) {
        String project = gap.project();
        return (filter.aggregate() == null || filter.aggregate().equals(gap.aggregate()))
                && (filter.types().isEmpty() || filter.types().contains(gap.type()))
                && filter.origin().lets(project == null ? Map.of() : Map.of(Meta.PROJECT, project));
    }
}
