package io.daybook.query.view;

import io.daybook.api.ops.DeadLetter;
import io.daybook.api.ops.DeadLetters;
import io.daybook.api.ops.Outcome;
import io.daybook.query.view.Errands.Wish;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The dead letters of all views. */
public final class DeadLetterDesk implements DeadLetters {

    private final Duration patience;
    private final Map<String, Shelf> views = new ConcurrentSkipListMap<>();

    private record Shelf(Letters letters, Errands errands) {}

    DeadLetterDesk(Duration patience) {
        this.patience = patience;
    }

    /**
     * What a view lacks.
     *
     * @param project that the first event belongs to which it lacks, as decimal text
     * @param type of that event
     */
    public record Gap(String aggregate, @Nullable String project, String type) {}

    void add(String view, Letters letters, Errands errands) {
        views.put(view, new Shelf(letters, errands));
    }

    /** What these views lack, each thing once. Costs nothing when they lack nothing. */
    public List<Gap> gaps(Collection<String> ofViews) {
        if (views.values().stream().allMatch(view -> view.letters().isEmpty())) return List.of();
        return views.entrySet().stream()
                .filter(view -> ofViews.contains(view.getKey()))
                .flatMap(view -> view.getValue().letters().all().stream())
                .map(letter -> new Gap(
                        letter.aggregate(),
                        letter.next().project(),
                        letter.next().type()))
                .distinct()
                .toList();
    }

    @Override
    public List<DeadLetter> all() {
        return views.values().stream()
                .flatMap(view -> view.letters().all().stream())
                .map(Letter::told)
                .toList();
    }

    @Override
    public Outcome<DeadLetter> retry(String id) throws InterruptedException {
        return ask(Wish.RETRY, id);
    }

    @Override
    public Outcome<DeadLetter> drop(String id) throws InterruptedException {
        return ask(Wish.DROP, id);
    }

    private Outcome<DeadLetter> ask(Wish wish, String id) throws InterruptedException {
        int dash = id.lastIndexOf('-');
        Shelf view = dash < 0 ? null : views.get(id.substring(0, dash));
        return view == null ? Errands.unknown(id) : view.errands().ask(wish, id, patience);
    }
}
