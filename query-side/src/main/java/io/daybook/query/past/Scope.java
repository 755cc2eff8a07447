package io.daybook.query.past;

import io.daybook.api.experiment.ExperimentEvent;
import io.daybook.api.iteration.IterationEvent;
import io.daybook.api.log.EventFilter;
import io.daybook.api.log.EventFilter.Origin;
import io.daybook.api.message.StoredType;
import io.daybook.api.model.ModelEvent;
import io.daybook.api.project.ProjectEvent;
import io.daybook.api.resource.ResourceEvent;
import io.daybook.api.tag.TagEvent;
import io.daybook.api.user.UserEvent;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which events up to a position tell what a query asks about: few of many, whatever else the log holds. */
final class Scope {

    private static final Set<StoredType> POINTS = EnumSet.of(
            StoredType.ScalarsLogged, StoredType.HistogramsLogged, StoredType.PointChanged, StoredType.PointDeleted);

    private static final Set<String> USERS = names(of(UserEvent.class));
    private static final Set<String> PEOPLE = names(of(UserEvent.class).or(of(ProjectEvent.class)));
    private static final Set<String> EXPERIMENTS =
            names(of(ExperimentEvent.class).or(of(ProjectEvent.class)));
    private static final Set<String> RUNS = names(
            of(IterationEvent.class).and(type -> !POINTS.contains(type)).or(type -> EXPERIMENTS.contains(type.name())));
    private static final Set<String> RESOURCES =
            names(of(ResourceEvent.class).or(type -> EXPERIMENTS.contains(type.name())));
    private static final Set<String> MODELS = names(of(ModelEvent.class).or(of(ProjectEvent.class)));
    private static final Set<String> TAGS = names(of(TagEvent.class));
    private static final Set<String> NO_POINTS = names(type -> !POINTS.contains(type));

    private static final Set<String> LIVES =
            Set.of(StoredType.IterationCreated.name(), StoredType.IterationDeleted.name());

    private final Containers containers;
    private final long upTo;

    /** Finds out where things lie, from their first events. */
    interface Containers {

        /** The project of a thing; null when it is not in the log. */
        @Nullable String projectOf(String aggregate);

        /** The experiment that a thing lies in, as an aggregate's id; null when it lies in none. */
        @Nullable String experimentOf(String aggregate);

        /** The iteration that an iteration is a child of; null when it is none's. */
        @Nullable String parentOf(String iteration);
    }

    Scope(Containers containers, long upTo) {
        this.containers = containers;
        this.upTo = upTo;
    }

    static Predicate<StoredType> of(Class<?> concept) {
        return type -> concept.isAssignableFrom(type.type());
    }

    static Set<String> names(Predicate<StoredType> wanted) {
        return Arrays.stream(StoredType.values())
                .filter(wanted)
                .map(StoredType::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    List<EventFilter> people() {
        return List.of(everywhere(PEOPLE));
    }

    List<EventFilter> experimentsOf(String project) {
        return List.of(in(project, EXPERIMENTS));
    }

    List<EventFilter> runsOf(@Nullable String project) {
        return project == null ? List.of() : List.of(in(project, RUNS));
    }

    List<EventFilter> resourcesOf(@Nullable String project) {
        return project == null ? List.of() : List.of(in(project, RESOURCES));
    }

    List<EventFilter> modelsOf(String project) {
        return List.of(in(project, MODELS));
    }

    /** What names lead to; what lies in it is not told. */
    List<EventFilter> crayon() {
        return List.of(everywhere(EXPERIMENTS));
    }

    List<EventFilter> tags() {
        return List.of(everywhere(TAGS));
    }

    /** All that has happened: chosen by their types, rare ones would be looked for among all others, page by page. */
    List<EventFilter> everything() {
        return List.of(everywhere(Set.of()));
    }

    /** A project and all that lies in it; users and tags lie in none. */
    List<EventFilter> whole(String project) {
        return List.of(in(project, Set.of()), everywhere(USERS), everywhere(TAGS));
    }

    /** A thing, and what it lies in. */
    List<EventFilter> thing(String aggregate) {
        return thing(aggregate, NO_POINTS);
    }

    /** An iteration, and whether the one that it is a child of is there, which lies in the same experiment. */
    List<EventFilter> iteration(String iteration) {
        String parent = containers.parentOf(iteration);
        Stream<EventFilter> life = parent == null ? Stream.of() : Stream.of(new EventFilter(0, upTo, parent, LIVES));
        return Stream.concat(thing(iteration).stream(), life).toList();
    }

    List<EventFilter> withPoints(String iteration) {
        return thing(iteration, Set.of());
    }

    private List<EventFilter> thing(String aggregate, Set<String> types) {
        String project = containers.projectOf(aggregate);
        String experiment = containers.experimentOf(aggregate);
        return Stream.of(
                        new EventFilter(0, upTo, aggregate, types),
                        experiment == null ? null : new EventFilter(0, upTo, experiment, Set.of()),
                        project == null ? null : new EventFilter(0, upTo, "project-" + project, Set.of()))
                .filter(filter -> filter != null)
                .toList();
    }

    private EventFilter everywhere(Set<String> types) {
        return new EventFilter(0, upTo, null, types);
    }

    private EventFilter in(String project, Set<String> types) {
        return new EventFilter(0, upTo, null, types, new Origin(project, null, null));
    }

    @Nullable String projectOf(String aggregate) {
        return containers.projectOf(aggregate);
    }
}
