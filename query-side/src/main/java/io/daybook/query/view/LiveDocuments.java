package io.daybook.query.view;

import io.daybook.api.documents.Documents;
import io.daybook.api.documents.View;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The documents of views' live generations, by the views' own names. A switch is one write of a reference: both
 * generations stand at the same position then, so that who reads on beside it goes on as if nothing had happened.
 */
final class LiveDocuments extends RenamedDocuments {

    private final Generations generations;
    private final Map<String, String> viewOf;
    private final Map<String, Generation> live = new ConcurrentHashMap<>();

    LiveDocuments(Documents stored, Generations generations, List<View> views) {
        super(stored);
        this.generations = generations;
        this.viewOf = views.stream()
                .flatMap(view -> view.collections().stream().map(name -> Map.entry(name, view.name())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        for (View view : views) live.put(view.name(), Generation.first(view));
    }

    /** Which one is live is read from the store, or said to it when it has forgotten. */
    @Override
    public void open(View view, String fingerprint) {
        generations.open(view, fingerprint);
    }

    Generation of(String view) {
        Generation generation = live.get(view);
        if (generation == null) throw new IllegalArgumentException("there is no view " + view);
        return generation;
    }

    void set(Generation generation) {
        live.put(generation.view().name(), generation);
    }

    @Override
    View renamed(View view) {
        return of(view.name()).stored();
    }

    @Override
    String renamed(String collection) {
        String view = viewOf.get(collection);
        return view == null ? collection : of(view).name(collection);
    }
}
