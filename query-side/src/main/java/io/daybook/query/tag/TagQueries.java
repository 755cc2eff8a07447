package io.daybook.query.tag;

import io.daybook.api.documents.Documents;
import io.daybook.api.iteration.IterationId;
import io.daybook.api.refusal.Refusal;
import io.daybook.api.tag.Bearer;
import io.daybook.api.tag.TagQuery.FindTag;
import io.daybook.api.tag.TagQuery.FindTags;
import io.daybook.api.tag.TagView;
import io.daybook.query.documents.Key;
import io.daybook.query.documents.Shelf;
import io.daybook.query.experiment.ExperimentQueries;
import io.daybook.query.iteration.IterationQueries;
import io.daybook.query.refusal.Refused;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;

/** Answers which tags there are, and what bears which. */
public final class TagQueries {

    private final Shelf<TagView> tags;
    private final Shelf<Long> tagsOfBearer;
    private final ExperimentQueries experiments;
    private final IterationQueries iterations;

    public TagQueries(Documents documents, ExperimentQueries experiments, IterationQueries iterations) {
        this.tags = new Shelf<>(documents, Tags.TAG, stored -> new TagView(stored.number("id"), stored.text("value")));
        this.tagsOfBearer = new Shelf<>(documents, Tags.OF_BEARER, stored -> stored.number("tag"));
        this.experiments = experiments;
        this.iterations = iterations;
    }

    @QueryHandler
    TagView handle(FindTag query) {
        return tags.find(Key.of(query.id().value()))
                .orElseThrow(() -> Refused.query(Refusal.UNKNOWN_TAG, "there is no " + query.id()));
    }

    @QueryHandler
    TagView[] handle(FindTags query) {
        Optional<String> bearer = prefix(query.bearer());
        if (bearer.isEmpty()) return new TagView[0];
        List<String> ids =
                tagsOfBearer.under(bearer.get()).stream().map(Key::of).toList();
        return tags.find(ids).toArray(TagView[]::new);
    }

    private Optional<String> prefix(Bearer bearer) {
        long id = bearer.id();
        return switch (bearer.kind()) {
            case PROJECT -> Optional.of(Association.project(id));
            case EXPERIMENT -> Optional.of(Association.experiment(id)).filter(shown -> experiments.shows(id));
            case ITERATION ->
                iterations.experimentOf(new IterationId(id)).stream()
                        .mapToObj(experiment -> Association.iteration(experiment, id))
                        .findAny();
        };
    }
}
