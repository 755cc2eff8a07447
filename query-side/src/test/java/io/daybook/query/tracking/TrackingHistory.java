package io.daybook.query.tracking;

import io.daybook.api.iteration.IterationId;
import io.daybook.api.tag.Bearer;
import io.daybook.query.tracking.Model.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Any events of the tracking API in an order that aggregates allow: each knows of its own deletion, while that of what
 * it lies in may have been overtaken.
 */
public final class TrackingHistory {

    record Row(long project, long user) {}

    record Association(Bearer bearer, long tag, long id) {}

    final List<Object> events = new ArrayList<>();
    final Model model = new Model();
    final Map<Row, Boolean> rows =
            new TreeMap<>(Comparator.comparingLong(Row::project).thenComparingLong(Row::user));
    final List<Association> associations = new ArrayList<>();

    private final Map<Kind, Set<Long>> ever = new EnumMap<>(Kind.class);

    /** Every thing that was ever made, and what it was made in; without those that were deleted by themselves. */
    private final Map<Kind, TreeMap<Long, Long>> undeleted = new EnumMap<>(Kind.class);

    private final Map<Long, Long> restorations = new TreeMap<>();
    private final Map<Long, Long> production = new TreeMap<>();
    private final Random random;
    private long next = 1;
    private long association = 1;

    public TrackingHistory(Random random, int steps) {
        this.random = random;
        for (Kind kind : Kind.values()) {
            undeleted.put(kind, new TreeMap<>());
            ever.put(kind, new TreeSet<>());
        }
        events.add(Happenings.seeded());
        model.add(Kind.USER, 1);
        for (int i = 0; i < 3; i++) makeProject();
        for (int i = 0; i < steps; i++) happen();
    }

    public List<Object> events() {
        return events;
    }

    /** Those that were not deleted yet, but for the one that every log begins with. */
    Set<Long> there(Kind kind) {
        return undeleted.get(kind).keySet();
    }

    /** Those that ever were. */
    Set<Long> ever(Kind kind) {
        return ever.get(kind);
    }

    List<Long> projectsOf(long user) {
        return rows.keySet().stream()
                .filter(row -> row.user() == user)
                .map(Row::project)
                .toList();
    }

    List<Long> usersOf(long project) {
        return rows.keySet().stream()
                .filter(row -> row.project() == project)
                .map(Row::user)
                .toList();
    }

    private void happen() {
        switch (random.nextInt(34)) {
            case 0 -> makeProject();
            case 1, 2, 3 -> within(Kind.PROJECT, this::makeExperiment);
            case 4 -> within(Kind.PROJECT, this::beginRestore);
            case 5 -> restore();
            case 6, 7, 8, 9, 10, 11 -> within(Kind.EXPERIMENT, this::makeIteration);
            case 12, 13, 14, 15 -> within(Kind.ITERATION, this::logParameter);
            case 16, 17 -> within(Kind.EXPERIMENT, this::makeResource);
            case 18, 19 -> within(Kind.PROJECT, this::makeModel);
            case 20, 21 -> within(Kind.MODEL, this::makeVersion);
            case 22 -> makeUser();
            case 23, 24 -> within(Kind.PROJECT, this::grant);
            case 25 -> make(Kind.TAG, ++next, 0, Happenings.tag(next));
            case 26, 27, 28 -> tag();
            case 29 -> untag();
            case 30, 31 -> change();
            case 32 -> delete(Kind.values()[random.nextInt(Kind.values().length)]);
            default -> delete(random.nextBoolean() ? Kind.ITERATION : Kind.PARAMETER);
        }
    }

    private void makeProject() {
        next += 1 + random.nextInt(3);
        make(Kind.PROJECT, next, 0, Happenings.project(next));
    }

    private void makeUser() {
        make(Kind.USER, ++next, 0, Happenings.user(next));
    }

    private void makeExperiment(long project) {
        next += 1 + random.nextInt(600);
        makeIn(Kind.PROJECT, project, Kind.EXPERIMENT, next, Happenings.experiment(next, project));
    }

    private void beginRestore(long project) {
        long id = ++next;
        long iteration = ++next;
        makeIn(Kind.PROJECT, project, Kind.EXPERIMENT, id, Happenings.restoring(id, project, iteration));
        model.unlisted.add(id);
        restorations.put(id, iteration);
        Object event = Happenings.iteration(iteration, id, project);
        makeIn(Kind.EXPERIMENT, id, Kind.ITERATION, iteration, event);
    }

    private void restore() {
        for (long id : List.copyOf(restorations.keySet())) {
            Long project = undeleted.get(Kind.EXPERIMENT).get(id);
            if (project == null || random.nextBoolean()) continue;
            events.add(Happenings.restored(id, project, restorations.remove(id)));
            model.unlisted.remove(id);
        }
    }

    private void makeIteration(long experiment) {
        long project = undeleted.get(Kind.EXPERIMENT).get(experiment);
        Long parent = random.nextInt(3) == 0 ? anyIterationOf(experiment) : null;
        next += 1 + random.nextInt(3);
        if (parent != null) model.parents.put(next, parent);
        Object event = Happenings.iteration(next, experiment, project, parent);
        makeIn(Kind.EXPERIMENT, experiment, Kind.ITERATION, next, event);
    }

    private @Nullable Long anyIterationOf(long experiment) {
        List<Long> all = undeleted.get(Kind.ITERATION).entrySet().stream()
                .filter(iteration -> iteration.getValue() == experiment)
                .map(Map.Entry::getKey)
                .toList();
        return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }

    private void logParameter(long iteration) {
        long id = iteration * IterationId.MAX_POINTS + association++;
        makeIn(Kind.ITERATION, iteration, Kind.PARAMETER, id, Happenings.parameter(iteration, id));
    }

    private void makeResource(long experiment) {
        long project = undeleted.get(Kind.EXPERIMENT).get(experiment);
        Object event = Happenings.resource(++next, experiment, project);
        makeIn(Kind.EXPERIMENT, experiment, Kind.RESOURCE, next, event);
    }

    private void makeModel(long project) {
        makeIn(Kind.PROJECT, project, Kind.MODEL, ++next, Happenings.model(next, project));
    }

    private void makeVersion(long model) {
        long id = (model << 20) + association++;
        makeIn(Kind.MODEL, model, Kind.VERSION, id, Happenings.version(model, id));
        if (random.nextBoolean()) {
            Long archived = production.put(model, id);
            events.add(Happenings.promoted(model, id, archived));
        }
    }

    /** To a user who may be gone. */
    private void grant(long project) {
        long user = 1 + random.nextInt((int) Math.min(next, 40));
        Row row = new Row(project, user);
        boolean read = random.nextBoolean();
        if (!rows.containsKey(row)) {
            events.add(Happenings.granted(project, user, read));
            if (model.has(Kind.USER, user)) rows.put(row, read);
        } else if (random.nextBoolean()) {
            events.add(Happenings.rightsChanged(project, user, read));
            rows.put(row, read);
        } else {
            events.add(Happenings.revoked(project, user));
            rows.remove(row);
        }
    }

    private void tag() {
        Bearer.Kind kind = Bearer.Kind.values()[random.nextInt(3)];
        Kind of = Kind.valueOf(kind.name());
        Long tag = any(Kind.TAG);
        within(of, id -> {
            if (tag == null) return;
            Association fresh = new Association(new Bearer(kind, id), tag, association++);
            events.add(Happenings.tagged(fresh.bearer(), tag, fresh.id()));
            if (model.has(of, id)) associations.add(fresh);
        });
    }

    private void untag() {
        if (associations.isEmpty()) return;
        Association gone = associations.get(random.nextInt(associations.size()));
        Bearer bearer = gone.bearer();
        if (!undeleted.get(Kind.valueOf(bearer.kind().name())).containsKey(bearer.id())) return;
        events.add(Happenings.untagged(bearer, gone.tag(), gone.id()));
        associations.remove(gone);
    }

    private void change() {
        within(Kind.PROJECT, id -> events.add(Happenings.projectChanged(id)));
        within(Kind.EXPERIMENT, id -> events.add(Happenings.experimentChanged(id)));
        within(Kind.ITERATION, id -> events.add(Happenings.iterationChanged(id)));
        within(Kind.ITERATION, id -> events.add(Happenings.environment(id)));
        within(Kind.PARAMETER, id -> events.add(Happenings.parameterChanged(parent(Kind.PARAMETER, id), id)));
        within(Kind.RESOURCE, id -> events.add(Happenings.resourceChanged(id)));
        within(Kind.MODEL, id -> events.add(Happenings.modelChanged(id)));
    }

    private void delete(Kind kind) {
        within(kind, id -> {
            long parent = parent(kind, id);
            events.add(
                    switch (kind) {
                        case USER -> Happenings.userGone(id);
                        case PROJECT -> Happenings.projectGone(id);
                        case EXPERIMENT -> Happenings.experimentGone(id, parent);
                        case ITERATION -> Happenings.iterationGone(id, parent);
                        case PARAMETER -> Happenings.parameterGone(parent, id);
                        case RESOURCE -> Happenings.resourceGone(id, parent);
                        case TAG -> Happenings.tagGone(id);
                        case MODEL -> Happenings.modelGone(id, parent);
                        case VERSION -> Happenings.versionGone(parent, id);
                    });
            undeleted.get(kind).remove(id);
            if (kind == Kind.ITERATION) undeleted.get(Kind.PARAMETER).values().removeIf(of -> of == id);
            if (kind == Kind.MODEL) undeleted.get(Kind.VERSION).values().removeIf(of -> of == id);
            if (kind == Kind.VERSION) production.remove(parent, id);
            model.remove(kind, id);
            rows.keySet().removeIf(row -> !model.has(Kind.PROJECT, row.project()) || !model.has(Kind.USER, row.user()));
        });
    }

    private void makeIn(Kind in, long parent, Kind kind, long id, Object event) {
        events.add(event);
        undeleted.get(kind).put(id, parent);
        ever.get(kind).add(id);
        model.add(kind, id, in, parent);
    }

    private void make(Kind kind, long id, long parent, Object event) {
        events.add(event);
        undeleted.get(kind).put(id, parent);
        ever.get(kind).add(id);
        model.add(kind, id);
    }

    private long parent(Kind kind, long id) {
        return undeleted.get(kind).getOrDefault(id, 0L);
    }

    private void within(Kind kind, LongConsumer action) {
        Long any = any(kind);
        if (any != null) action.accept(any);
    }

    private @Nullable Long any(Kind kind) {
        List<Long> all = List.copyOf(undeleted.get(kind).keySet());
        return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }
}
