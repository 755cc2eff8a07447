package io.daybook.query.tracking;

import io.daybook.api.documents.Documents;
import io.daybook.api.documents.View;
import io.daybook.api.iteration.IterationId;
import io.daybook.query.experiment.ExperimentQueries;
import io.daybook.query.experiment.Experiments;
import io.daybook.query.iteration.IterationQueries;
import io.daybook.query.iteration.Iterations;
import io.daybook.query.iteration.parameter.ParameterQueries;
import io.daybook.query.iteration.parameter.Parameters;
import io.daybook.query.list.IdListReader;
import io.daybook.query.list.IdListWriter;
import io.daybook.query.list.ListCollections;
import io.daybook.query.model.ModelQueries;
import io.daybook.query.model.Models;
import io.daybook.query.project.ProjectQueries;
import io.daybook.query.project.Projects;
import io.daybook.query.resource.ResourceQueries;
import io.daybook.query.resource.Resources;
import io.daybook.query.tag.TagQueries;
import io.daybook.query.tag.Tags;
import io.daybook.query.user.UserQueries;
import io.daybook.query.user.Users;
import io.daybook.query.view.ViewWriter;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One view for all small things, so that the deletion of one reaches the others in the order of the log. */
public final class TrackingView {

    private static final ListCollections LISTS = ListCollections.of("tracking");

    public static final View VIEW = new View("tracking", 1, collections());

    private TrackingView() {}

    /**
     * What fills the view. Each event comes to them in this order: what lies in something is found by lists that are
     * taken away by the projection of what it lies in, so that one comes later.
     */
    public static List<Object> projections(ViewWriter writer) {
        IdListWriter lists = new IdListWriter(writer, LISTS);
        return Stream.of(
                        Tags.projections(writer, lists),
                        Parameters.projections(writer, lists),
                        Iterations.projections(writer, lists),
                        Resources.projections(writer, lists),
                        Experiments.projections(writer, lists),
                        Models.projections(writer, lists),
                        Users.projections(writer),
                        Projects.projections(writer))
                .flatMap(Collection::stream)
                .toList();
    }

    /** What answers from the view. */
    public static List<Object> queries(Documents documents) {
        IdListReader lists = new IdListReader(documents, LISTS);
        UserQueries users = new UserQueries(documents);
        ExperimentQueries experiments = new ExperimentQueries(documents, lists);
        IterationQueries iterations = new IterationQueries(documents, experiments, lists);
        return List.of(
                users,
                new ProjectQueries(documents, users),
                experiments,
                iterations,
                new ParameterQueries(documents, iterations, lists),
                new ResourceQueries(documents, experiments, lists),
                new TagQueries(documents, experiments, iterations),
                new ModelQueries(documents, lists));
    }

    /** Of which iterations other views must not show anything: those that are being restored. */
    public static Predicate<IterationId> hidden(Documents documents) {
        IdListReader lists = new IdListReader(documents, LISTS);
        return new IterationQueries(documents, new ExperimentQueries(documents, lists), lists)::hides;
    }

    private static Set<String> collections() {
        return Stream.of(
                        Users.COLLECTIONS,
                        Projects.COLLECTIONS,
                        Experiments.COLLECTIONS,
                        Iterations.COLLECTIONS,
                        Parameters.COLLECTIONS,
                        Resources.COLLECTIONS,
                        Tags.COLLECTIONS,
                        Models.COLLECTIONS,
                        Set.of(LISTS.block(), LISTS.directory()))
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
    }
}
