package io.daybook.query.past;

import io.daybook.api.documents.Documents;
import io.daybook.query.view.Projected;
import io.daybook.query.view.ViewPositions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * How queries are answered in the present, and so in the past.
 *
 * @param views that queries read, and what fills them
 * @param needs names of the views that a query reads, by the query's type
 * @param answerers the objects that answer, from these documents and as far as these positions
 */
public record Present(
        List<Projected> views,
        Map<Class<?>, Set<String>> needs,
        BiFunction<Documents, ViewPositions, List<Object>> answerers) {

    List<Projected> viewsFor(Class<?> query) {
        Set<String> wanted = needs.getOrDefault(query, Set.of());
        return views.stream()
                .filter(projected -> wanted.contains(projected.view().name()))
                .toList();
    }
}
